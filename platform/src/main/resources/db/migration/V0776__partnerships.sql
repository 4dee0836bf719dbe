-- Who speaks for a city does so in its partnerships, whatever the duty is called.
create or replace view partnership_contact as
select m.partnership, p.id as post
  from partnership_member m join post_brief p on p.organisation = m.organisation
 where m.left_on is null and (p.to_on is null or p.to_on >= current_date)
   and (p.public or p.duty in ('focal-point', 'deputy') or exists (select from key_contact k where k.post = p.id));
