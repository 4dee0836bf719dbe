-- Who holds a post now can be asked by other modules.
create or replace view post_brief as
select t.id, t.organisation, t.title, t.duty, t.public, t.holder, p.name as holder_name, t.to_on
  from post t left join person_brief p on p.id = t.holder;
