-- An activity can be put off before another date is known. Why something does not take place on its date, who said so and when stands
-- with it; of what was called off until now that was not kept.
alter table activity drop constraint activity_status_check;
alter table activity
  add constraint activity_status_check check (status in ('proposed', 'planned', 'held', 'postponed', 'cancelled')),
  add column stopped_reason text check (length(stopped_reason) between 1 and 1000 and stopped_reason ~ '[^[:space:]]'),
  add column stopped_by uuid,
  add column stopped_at timestamptz,
  add constraint activity_stopped check (status in ('postponed', 'cancelled')
                                         or num_nonnulls(stopped_reason, stopped_by, stopped_at) = 0);

-- Nobody takes part twice, and no host visits itself.
delete from activity_city c using activity a
 where a.id = c.activity
   and (c.organisation = a.host or (c.role = 'visitor' and c.organisation is not distinct from a.visitor)
        or (c.role = 'visitor' and exists (select from activity_city h where h.activity = c.activity and h.role = 'host'
                                             and h.organisation = c.organisation)));
delete from activity_city c using activity a
 where a.id = c.activity and c.role = 'host' and c.organisation is not distinct from a.visitor;
alter table activity_city add constraint activity_city_once unique (activity, organisation);

create view activity_takes_part as
select id as activity, host as organisation, 'host' as role, 0 as position from activity where host is not null
union all
select id, visitor, 'visitor', 0 from activity where visitor is not null
union all
select activity, organisation, role, position from activity_city;
comment on view activity_takes_part is 'Who hosts an activity and who comes, in their order.';

create or replace view activity_meets as
select x.activity, x.organisation from activity_takes_part x
union
select a.id, m.organisation
  from activity a join partnership_member_view m on m.partnership = a.partnership and m.left_on is null
 where a.host is null or a.visitor is null;
