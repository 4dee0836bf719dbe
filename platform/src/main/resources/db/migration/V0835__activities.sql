-- What concerns a whole programme is a step of a pair where both its cities took part, whatever its kind: no kind asks for less.
drop view activity_kind_brief;
create view activity_kind_brief as
select code, name, name_translations, position, nature = 'visit' as visit,
       case when nature in ('visit', 'meeting') then nature else 'event' end as drawn, contact, launch
  from activity_kind;
comment on view activity_kind_brief is 'What drawings and counts need to know of a kind of activity.';
alter table activity_kind drop column every_line;
