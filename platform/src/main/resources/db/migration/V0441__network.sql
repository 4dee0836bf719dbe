-- Programmes are read through the view that their module publishes.
create or replace view network_figure_seen_by as
select f.id, f.chosen and coalesce(s.everyone, f.programme is null) as everyone, coalesce(s.permission, 'RECORDS_READ') as permission,
       coalesce(s.scopes, '{}') as scopes
  from network_figure f
  left join programme_brief g on g.code = f.programme
  left join programme_seen_by s on s.id = g.id;

create or replace view milestone_seen_by as
select m.id, coalesce(s.everyone, m.programme is null) as everyone, coalesce(s.permission, 'RECORDS_READ') as permission,
       coalesce(s.scopes, '{}') as scopes
  from milestone m
  left join programme_brief g on g.code = m.programme
  left join programme_seen_by s on s.id = g.id;
