create view agreement_seen_by as
select a.id, a.public and coalesce(g.everyone, true) and coalesce(p.everyone, true) as everyone,
       'PARTNERSHIP_READ' as permission, coalesce(g.scopes, '{}') || coalesce(p.scopes, '{}') as scopes
  from agreement a
  left join programme_seen_by g on g.id = a.programme
  left join partnership_seen_by p on p.id = a.partnership;

create view plan_item_seen_by as
select i.id, coalesce(g.everyone, true) and coalesce(p.everyone, true) as everyone,
       'PARTNERSHIP_READ' as permission, coalesce(g.scopes, '{}') || coalesce(p.scopes, '{}') as scopes
  from plan_item i
  left join programme_seen_by g on g.id = i.programme
  left join partnership_seen_by p on p.id = i.partnership;
