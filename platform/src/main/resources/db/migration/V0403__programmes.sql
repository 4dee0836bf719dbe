create view programme_seen_by as
select id, published as everyone, 'PROGRAMME_READ' as permission, array['programme:' || id] as scopes
  from programme;

-- With its profile.
create view participant_seen_by as
select a.id, g.everyone, g.permission, g.scopes || ('city:' || a.organisation) as scopes
  from participant a join programme_seen_by g on g.id = a.programme;

-- A list of themes that belongs to a programme is seen with it. One that names a programme not on record waits for it.
create or replace view taxonomy_seen_by as
select x.id, coalesce(s.everyone, x.programme is null) as everyone, coalesce(s.permission, 'RECORDS_READ') as permission,
       coalesce(s.scopes, '{}') as scopes
  from taxonomy x
  left join programme g on g.code = x.programme
  left join programme_seen_by s on s.id = g.id;
