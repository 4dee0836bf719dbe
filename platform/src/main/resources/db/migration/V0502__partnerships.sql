create view partnership_seen_by as
select p.id, p.published and g.everyone as everyone, 'PARTNERSHIP_READ' as permission,
       array['partnership:' || p.id] || g.scopes
         || array(select 'city:' || m.organisation from partnership_member m
                   where m.partnership = p.id and m.left_on is null) as scopes
  from partnership p join programme_seen_by g on g.id = p.programme;

-- Whom a partnership works through: of the bodies that belong to it now, the public posts and those on duty for it.
create view partnership_contact as
select m.partnership, p.id as post
  from partnership_member m join post p on p.organisation = m.organisation
 where m.left_on is null and (p.to_on is null or p.to_on >= current_date)
   and (p.public or p.duty in ('focal-point', 'deputy'));
