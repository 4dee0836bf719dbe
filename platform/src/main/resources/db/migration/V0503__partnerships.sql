-- What other modules read of partnerships. Who may see one is for partnership_seen_by to say.
create view partnership_brief as
select id, code, programme, name, name_translations, theme, theme_translations, topic, line, cohort, form, coordinator, status,
       published
  from partnership;
comment on view partnership_brief is 'A partnership as lists and drawings of other modules name it.';

create view partnership_member_view as
select partnership, organisation, side, party, joined_on, left_on from partnership_member;
comment on view partnership_member_view is 'Who belongs to a partnership, or belonged: left_on is null while it does.';

create view partnership_topic_view as
select partnership, label, label_translations, chosen, position from partnership_topic;
comment on view partnership_topic_view is 'What a partnership is about; of readings that compete, one is chosen.';
