-- What other modules read of the trail and of the past of rows.
create view act_brief as
select id, happened_at, actor, act, subject_kind, subject_key from audit_act;
comment on view act_brief is 'Who did what to which record, and when, without the details of the act.';

create view row_change_view as
select id, table_name, row_key, operation, before, changed_at, changed_by from row_history;
comment on view row_change_view is 'Every change of a row, in their order; before is null where it was added.';
