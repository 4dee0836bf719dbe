-- Groups are read through the view that their module publishes.
create or replace view participant_brief as
select a.id, a.programme, a.organisation, a.programme_group, coalesce(g.code, '') as group_code, a.cohort, a.capacity_min, a.capacity_max,
       a.languages, a.first_timer, a.status, a.left_on, a.status = 'participant' as takes_part, a.status = 'possible' as possible
  from participant a left join programme_group_brief g on g.id = a.programme_group;
