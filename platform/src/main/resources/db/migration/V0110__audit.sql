-- What other modules read of the trail.
create view act_brief as
select id, happened_at, actor, act, subject_kind, subject_key from audit_act;
comment on view act_brief is 'Who did what to which record, and when, without the details of the act.';
