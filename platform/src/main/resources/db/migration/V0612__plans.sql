-- What other modules read of agreements and actions. Who may see one is for agreement_seen_by and plan_item_seen_by to say.
create view agreement_brief as
select id, code, programme, partnership, type, title, title_translations, status, from_on, to_on, precision, subject,
       subject_translations
  from agreement;
comment on view agreement_brief is 'An agreement as it is drawn on the line of its partnership.';

create view agreement_party_view as
select agreement, organisation, name, position from agreement_party;
comment on view agreement_party_view is 'Who agrees, in order; a name alone where it is no body of the directory.';

create view plan_item_brief as
select id, code, programme, partnership, plan_name, kind, statement, statement_translations, status, position from plan_item;
comment on view plan_item_brief is 'An action as it is drawn on the line of its partnership.';
