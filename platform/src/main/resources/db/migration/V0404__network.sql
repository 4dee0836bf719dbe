-- The figures and milestones of a programme are seen with it. One that names a programme not on record waits for it.
create view network_figure_seen_by as
select f.id, f.chosen and coalesce(s.everyone, f.programme is null) as everyone, coalesce(s.permission, 'RECORDS_READ') as permission,
       coalesce(s.scopes, '{}') as scopes
  from network_figure f
  left join programme g on g.code = f.programme
  left join programme_seen_by s on s.id = g.id;

create view milestone_seen_by as
select m.id, coalesce(s.everyone, m.programme is null) as everyone, coalesce(s.permission, 'RECORDS_READ') as permission,
       coalesce(s.scopes, '{}') as scopes
  from milestone m
  left join programme g on g.code = m.programme
  left join programme_seen_by s on s.id = g.id;
