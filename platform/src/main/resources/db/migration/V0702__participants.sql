create view participant_note as
select id, programme, organisation, cohort, note
  from participant
 where note is not null;
comment on view participant_note is 'What whoever keeps a programme noted of those who take part; for those who work on it';
