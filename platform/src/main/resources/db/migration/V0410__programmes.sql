create view programme_brief as
select id, code, name, name_translations, abbreviation, kind, parent, from_on, published
  from programme;
comment on view programme_brief is 'What everything that lies in a programme says of it; who may see it is said by programme_seen_by';

create view programme_portrait as
select id, code, name, name_translations, abbreviation, kind, parent, description, description_translations, scope, forms,
       from_on, from_precision, to_on, to_precision, cities_total, cities_eu, cities_non_eu, regions_total, note, published
  from programme;
comment on view programme_portrait is 'What pages and papers about one programme tell of it';

create view programme_body_brief as
select programme, role, name, position
  from programme_body;
comment on view programme_body_brief is 'The bodies behind a programme';

create view programme_theme_shown as
select programme, label, label_translations, role, position
  from programme_theme
 where chosen;
comment on view programme_theme_shown is 'The themes of a programme as the list words them that the public sees';

create view participant_brief as
select id, programme, organisation, side, cohort, capacity_min, capacity_max, languages, first_timer, status, left_on
  from participant;
comment on view participant_brief is 'Who takes part in a programme, in which group, and what a pairing has to keep to';

-- Where a statement is the label of its topic, it is translated as that is.
create view profile_statement as
select l.participant, a.programme, a.organisation, a.cohort, a.left_on, l.kind, t.label as topic, l.statement,
       case when lower(l.statement) = lower(t.label) then t.label_translations || l.statement_translations
            else l.statement_translations end as statement_translations,
       l.grade, l.evidence, l.position
  from profile_line l
  join participant a on a.id = l.participant
  left join topic_label t on t.id = l.topic;
comment on view profile_statement is 'What a body offers, seeks or is interested in within a programme';
