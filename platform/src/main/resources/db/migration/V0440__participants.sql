-- Who reads a profile's line knows its topic by id too.
create or replace view profile_statement as
select l.participant, a.programme, a.organisation, a.cohort, a.left_on, l.kind, t.label as topic, l.statement,
       case when lower(l.statement) = lower(t.label) then t.label_translations || l.statement_translations
            else l.statement_translations end as statement_translations,
       l.grade, l.evidence, l.position, l.topic as topic_id
  from profile_line l
  join participant a on a.id = l.participant
  left join topic_label t on t.id = l.topic;
