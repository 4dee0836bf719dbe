-- What is removed is out of every list, page, sheet, feed and count, and can be brought back.
alter table activity add column removed_at timestamptz;

create or replace view activity_seen_by as
select a.id,
       a.published and a.status <> 'proposed' and coalesce(g.everyone, true) and coalesce(p.everyone, true)
         and coalesce(u.published and u.status <> 'proposed', true) as everyone,
       case when a.status = 'proposed' or u.status = 'proposed' then 'ACTIVITIES_EDIT' else 'PARTNERSHIP_READ' end as permission,
       array_remove(coalesce(g.scopes, '{}') || coalesce(p.scopes, '{}') || array['city:' || a.host, 'city:' || a.visitor], null)
         || array(select 'city:' || c.organisation from activity_city c where c.activity = a.id) as scopes
  from activity a
  left join programme_seen_by g on g.id = a.programme
  left join partnership_seen_by p on p.id = a.partnership
  left join activity u on u.id = a.parent and u.removed_at is null
 where a.removed_at is null;
