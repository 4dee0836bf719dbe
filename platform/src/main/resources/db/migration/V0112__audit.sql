-- What other modules read of the days that acts gave to records.
create view act_day as
select id, actor, subject_kind, subject_key, details ->> 'when' as day
  from audit_act where details ->> 'when' is not null;
comment on view act_day is 'Who gave or confirmed to which record which day, in the order of the acts.';
