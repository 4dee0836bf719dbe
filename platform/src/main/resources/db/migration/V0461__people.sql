-- As of when a post was held goes with its holder.
create or replace view post_brief as
select t.id, t.organisation, t.title, t.duty, t.public, t.holder, p.name as holder_name, t.to_on, t.from_on, t.precision
  from post t left join person_brief p on p.id = t.holder;
