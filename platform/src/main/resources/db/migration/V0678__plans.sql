-- An action is somebody's: the city or body of the directory that sees to it.
alter table plan_item add column owner uuid references organisation;
create index plan_item_owner on plan_item (owner);

-- What is removed is out of every list, page, sheet and count, and can be brought back.
alter table plan_item add column removed_at timestamptz;
alter table agreement add column removed_at timestamptz;

create or replace view agreement_seen_by as
select a.id, a.public and coalesce(g.everyone, true) and coalesce(p.everyone, true) as everyone,
       'PARTNERSHIP_READ' as permission, coalesce(g.scopes, '{}') || coalesce(p.scopes, '{}') as scopes
  from agreement a
  left join programme_seen_by g on g.id = a.programme
  left join partnership_seen_by p on p.id = a.partnership
 where a.removed_at is null;

create or replace view plan_item_seen_by as
select i.id, coalesce(g.everyone, true) and coalesce(p.everyone, true) as everyone,
       'PARTNERSHIP_READ' as permission, coalesce(g.scopes, '{}') || coalesce(p.scopes, '{}') as scopes
  from plan_item i
  left join programme_seen_by g on g.id = i.programme
  left join partnership_seen_by p on p.id = i.partnership
 where i.removed_at is null;
