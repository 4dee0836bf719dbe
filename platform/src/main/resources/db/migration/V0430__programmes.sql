-- The groups in which bodies take part in a programme: in the order in which they are shown and drawn, with whom their cities are paired.
create table programme_group (
  id                uuid primary key,
  programme         uuid not null references programme,
  code              record_code not null check (length(code) <= 40),
  name              text not null check (length(name) between 1 and 100 and name ~ '[^[:space:]]'),
  name_translations jsonb not null default '{}',
  position          int not null,
  colour            text not null check (colour ~ '^[a-z]+$'),     -- the codes stand in ProgrammeGroup.Colour
  counterpart       record_code,                                    -- itself where its cities are paired with each other
  cities            int check (cities between 0 and 100000),   -- as the programme states them, not counted from its participants
  version           int not null default 0,
  unique (programme, code),
  foreign key (programme, counterpart) references programme_group (programme, code) on delete set null (counterpart)
    deferrable initially deferred
);
create trigger keep_history after insert or update or delete on programme_group for each row execute function keep_history();

-- Until now a group was a word on each participant, and what code said of some of these words.
create function pg_temp.group_code(word text) returns text language sql immutable
  return left(coalesce(nullif(trim(both '-' from regexp_replace(lower(word), '[^a-z0-9]+', '-', 'g')), ''),
                       'group-' || left(md5(word), 6)), 40);

with word as (
  select programme, pg_temp.group_code(side) as code, min(side) as word from participant where side <> '' group by 1, 2
  union
  select p.id, 'eu', 'eu' from programme p where p.cities_eu is not null
     and not exists (select from participant a where a.programme = p.id and pg_temp.group_code(a.side) = 'eu')
  union
  select p.id, 'non-eu', 'non-eu' from programme p
   where p.cities_non_eu is not null and not exists (select from participant a where a.programme = p.id and a.side not in ('', 'eu'))),
known (code, name, elsewhere) as (values
  ('eu', 'European Union', 'ko=유럽연합'), ('non-eu', 'Outside the EU', 'ko=유럽연합 밖'), ('partner', 'Partner cities', 'ko=협력 도시'),
  ('korea', 'Korea', 'ko=한국'), ('china', 'China', 'ko=중국')),
placed as (
  select w.*, k.name, k.elsewhere, row_number() over (partition by w.programme order by w.code <> 'eu', w.code)::int as position
    from word w left join known k on k.code = w.code)
insert into programme_group (id, programme, code, name, name_translations, position, colour, counterpart, cities)
select gen_random_uuid(), p.programme, p.code, coalesce(p.name, left(p.word, 100)),
       case when p.elsewhere is null then '{}'
            else jsonb_build_object('original', jsonb_build_object('language', 'en'),
                                    split_part(p.elsewhere, '=', 1),
                                    jsonb_build_object('text', split_part(p.elsewhere, '=', 2), 'origin', 'person')) end,
       p.position, (array['blue', 'orange', 'green', 'violet', 'gold', 'pink', 'maroon', 'slate'])[1 + (p.position - 1) % 8],
       case when p.position > 1 then (select f.code from placed f where f.programme = p.programme and f.position = 1)
            else (select s.code from placed s where s.programme = p.programme and s.position = 2
                     and not exists (select from placed t where t.programme = p.programme and t.position = 3)) end,
       case when p.code = 'eu' then g.cities_eu
            when p.position = 2 and not exists (select from placed t where t.programme = p.programme and t.position = 3)
            then g.cities_non_eu end
  from placed p join programme g on g.id = p.programme;

alter table participant add column programme_group uuid references programme_group on delete set null;
update participant a set programme_group = g.id
  from programme_group g where g.programme = a.programme and g.code = pg_temp.group_code(a.side) and a.side <> '';
create index participant_group on participant (programme_group);

create view programme_group_brief as
select id, programme, code, name, name_translations, position, colour, counterpart, cities
  from programme_group;
comment on view programme_group_brief is 'The groups in which bodies take part in a programme, and with which of them each is paired';

drop view participant_brief;
create view participant_brief as
select a.id, a.programme, a.organisation, a.programme_group, coalesce(g.code, '') as group_code, a.cohort, a.capacity_min, a.capacity_max,
       a.languages, a.first_timer, a.status, a.left_on
  from participant a left join programme_group g on g.id = a.programme_group;
comment on view participant_brief is 'Who takes part in a programme, in which group, and what a pairing has to keep to';

drop view programme_portrait;
create view programme_portrait as
select id, code, name, name_translations, abbreviation, kind, parent, description, description_translations, scope, forms,
       from_on, from_precision, to_on, to_precision, cities_total, regions_total, note, published
  from programme;
comment on view programme_portrait is 'What pages and papers about one programme tell of it';

update question_record r set record_kind = 'programme-group', record_code = r.record_code || '/eu'
  from question q where q.id = r.question and q.aspect = 'cities_eu' and r.record_kind = 'programme';
update question set aspect = 'cities' where aspect = 'cities_eu';

alter table participant drop column side;
alter table programme drop column cities_eu, drop column cities_non_eu;
