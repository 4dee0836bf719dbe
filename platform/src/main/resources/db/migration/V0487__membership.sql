-- Which types of member a network has, and which of them may vote.
create table membership_type (
  id                uuid primary key,
  code              record_code not null unique,
  name              text not null check (length(name) between 1 and 100 and name ~ '[^[:space:]]'),   -- of one: full member
  name_translations jsonb not null default '{}',
  many              text check (length(many) between 1 and 100),                                       -- of several: full members
  many_translations jsonb not null default '{}',
  votes             boolean not null default false,
  position          int not null,
  version           int not null default 0
);
-- The regions by which a network groups its members, each with its countries.
create table member_region (
  id                uuid primary key,
  code              record_code not null unique,
  name              text not null check (length(name) between 1 and 100 and name ~ '[^[:space:]]'),
  name_translations jsonb not null default '{}',
  countries         text[] not null default '{}',
  position          int not null,
  note              text,
  version           int not null default 0
);
-- What a body must be so that a rule on eligibility is met: all of these together. Of rules that are alternatives of a type, one is
-- enough.
create table membership_condition (
  id        uuid primary key,
  rule      uuid not null references membership_rule on delete cascade,
  position  int not null,
  parameter text not null check (parameter in ('region', 'kind', 'local-government', 'inhabitants')),
  operator  text not null check (operator in ('in', 'not-in', 'at-least', 'at-most')),
  value     text[] not null,
  unique (rule, position),
  check ((parameter = 'inhabitants') = (operator in ('at-least', 'at-most')))
);
alter table membership_rule add column alternative boolean not null default false;
create trigger keep_history after insert or update or delete on membership_type for each row execute function keep_history();
create trigger keep_history after insert or update or delete on member_region for each row execute function keep_history();
create trigger keep_history after insert or update or delete on membership_condition for each row execute function keep_history();

create function pg_temp.elsewhere(word text) returns jsonb language sql immutable
  return jsonb_build_object('original', jsonb_build_object('language', 'en'),
                            split_part(word, '=', 1), jsonb_build_object('text', split_part(word, '=', 2), 'origin', 'person'));

-- Until now code said all of this of the network that it was first made for; a folder in which there are members keeps it.
insert into membership_type (id, code, name, name_translations, many, many_translations, votes, position)
select gen_random_uuid(), k.code, k.name, pg_temp.elsewhere(k.name_elsewhere), k.many,
       pg_temp.elsewhere(k.many_elsewhere), k.votes, k.position
  from (values
  ('full', 'Full member', 'ko=정회원', 'full members', 'ko=정회원', true, 1),
  ('associate', 'Associate member', 'ko=준회원', 'associate members', 'ko=준회원', false, 2),
  ('corporate', 'Corporate member', 'ko=기업회원', 'corporate members', 'ko=기업회원', false, 3)
  ) as k (code, name, name_elsewhere, many, many_elsewhere, votes, position)
 where exists (select from member) or exists (select from membership_rule);

insert into member_region (id, code, name, name_translations, countries, position, note)
select gen_random_uuid(), t.code, left(t.label, 100), t.label_translations,
       array(select c.code from country c where c.network_region = t.code order by c.code),
       row_number() over (order by t.position), t.note
  from topic t join taxonomy x on x.id = t.taxonomy
 where x.code = 'citynet-regions';
insert into member_region (id, code, name, position)
select gen_random_uuid(), m.region, left(m.region, 100), 100 + row_number() over (order by m.region)
  from (select distinct region from member) m
 where not exists (select from member_region r where r.code = m.region);

-- "Asia-Pacific" were all regions but one.
insert into membership_condition (id, rule, position, parameter, operator, value)
select gen_random_uuid(), r.id, k.position, k.parameter, k.operator, k.value
  from membership_rule r
  cross join lateral (
    select 1 as position, 'region' as parameter, 'in' as operator,
           array(select code::text from member_region where code <> 'north-america' order by position) as value
     where r.parameter = 'region'
    union all select 2, 'local-government', 'in', '{yes}' where r.parameter = 'region'
    union all select 3, 'kind', 'not-in', '{development-authority,authority}' where r.parameter = 'region'
    union all select 1, 'inhabitants', 'at-least', array[r.value] where r.parameter = 'inhabitants' and r.value ~ '^[0-9]{1,12}$'
    union all select 1, 'local-government', 'in', '{yes}' where r.value = 'local-authority-outside-region'
    union all select 2, 'region', 'not-in', array(select code::text from member_region where code <> 'north-america' order by position)
     where r.value = 'local-authority-outside-region'
    union all
    select 1, 'kind', 'in', coalesce(case r.value
             when 'national-organisation' then '{government,public-body,public-company,city-network}'::text[]
             when 'development-authority' then '{development-authority,authority}'
             when 'research-training-academic' then '{university,research-centre,training-centre}'
             when 'ngo' then '{ngo,foundation,organisation,city-network}'
             when 'private-corporation' then '{company}' end, array[r.value])
     where r.parameter = 'organisation-kind' and r.value <> 'local-authority-outside-region') k
 where r.subject = 'eligibility';
update membership_rule set alternative = true where subject = 'eligibility' and parameter = 'organisation-kind';
update membership_rule set parameter = null, operator = null, value = null, unit = null where subject = 'eligibility';

-- Of a country the gazetteer knows only what holds for everybody.
drop view country_brief;
create view country_brief as
select code, name, name_translations, region, population, gdp_per_capita, time_zone
  from country;
alter table country drop column network_region;

alter table member drop constraint member_type_check;
alter table member add foreign key (type) references membership_type (code), add foreign key (region) references member_region (code);
