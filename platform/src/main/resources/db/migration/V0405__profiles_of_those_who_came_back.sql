-- A city that was taken out and added again had begun anew beside its earlier part, and its profile stayed there.
with came_back as (
  select now.id, b.id as before
    from participant now
   cross join lateral (select p.id from participant p
                        where p.programme = now.programme and p.organisation = now.organisation and p.left_on is not null
                          and exists (select from profile_line l where l.participant = p.id)
                        order by p.left_on desc, p.cohort desc limit 1) b
   where now.left_on is null and not exists (select from profile_line l where l.participant = now.id)
     and not exists (select from participant p join profile_line l on l.participant = p.id
                      where p.programme = now.programme and p.organisation = now.organisation and p.left_on is null)),
languages as (
  update participant now set languages = b.languages, version = now.version + 1
    from came_back c join participant b on b.id = c.before
   where now.id = c.id and now.languages = '{}')
insert into profile_line (id, participant, kind, topic, statement, statement_translations, grade, evidence, position)
select gen_random_uuid(), c.id, l.kind, l.topic, l.statement, l.statement_translations, l.grade, l.evidence, l.position
  from came_back c join profile_line l on l.participant = c.before;
