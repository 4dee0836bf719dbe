-- Every body the network knows: cities and regions, alliances, universities, firms, associations.
create table organisation (
  id            uuid primary key,
  code          record_code not null unique,
  kind          text not null check (kind in ('city', 'district', 'county', 'region', 'alliance', 'metropolitan authority',
                'development authority', 'association of local authorities', 'university', 'research centre', 'company', 'ngo',
                'international organisation', 'government', 'network', 'programme body', 'other', 'not stated')),
  local_government boolean generated always as (kind in ('city', 'district', 'county', 'region', 'alliance',
                'metropolitan authority', 'development authority')) stored,
  name          text not null check (length(name) between 1 and 200),
  name_translations jsonb not null default '{}',
  official_name text,
  local_name    text,
  local_language language_tag,
  abbreviation  text,
  country       country_code references country,
  place         bigint,                                   -- GeoNames identifier; the places load after the first start
  latitude      double precision check (latitude between -90 and 90),
  longitude     double precision check (longitude between -180 and 180),
  time_zone     text,
  population    bigint check (population > 0),
  population_qualifier qualifier,
  population_scope text,
  population_year int,
  description   text,
  description_translations jsonb not null default '{}',
  website       text,
  note          text,
  version       int not null default 0,
  check ((latitude is null) = (longitude is null)),
  check ((local_name is null) = (local_language is null))
);
create index organisation_country on organisation (country);
create index organisation_name_sort on organisation (lower(name));

-- Names in other languages and scripts, abbreviations and misspellings that lead to the same record.
create table organisation_name (
  id            uuid primary key,
  organisation  uuid not null references organisation,
  name          text not null check (length(name) between 1 and 200),
  language      language_tag,
  kind          text not null check (kind in ('official', 'local', 'exonym', 'former', 'abbreviation', 'as listed', 'misspelt')),
  unique (organisation, name)
);
create index organisation_name_lookup on organisation_name (lower(name));

create table organisation_fact (
  id            uuid primary key,
  organisation  uuid not null references organisation,
  attribute     text not null,
  statement     text not null,
  low           numeric,
  high          numeric,
  qualifier     qualifier,
  unit          text,
  position      int not null
);
create index organisation_fact_of on organisation_fact (organisation, position);

-- What can be seen and learned in a city.
create table site (
  id            uuid primary key,
  code          record_code not null unique,
  organisation  uuid not null references organisation,
  name          text not null,
  name_translations jsonb not null default '{}',
  kind          text not null,
  note          text
);

create table person (
  id       uuid primary key,
  name     text check (length(name) between 1 and 200),   -- null once the person was erased
  email    text,
  erased_at timestamptz,
  check ((name is null) = (erased_at is not null)),
  check (erased_at is null or email is null)
);
-- A post outlives its holders; a vacant post has none. duty: focal point, deputy, interpreter, stakeholder, public office …
create table post (
  id            uuid primary key,
  organisation  uuid not null references organisation,
  title         text not null check (length(title) between 1 and 200),
  duty          text not null check (duty in ('focal point', 'deputy', 'interpreter', 'stakeholder', 'public office', 'secretariat', 'other')),
  holder        uuid references person,
  from_on       date,
  to_on         date,
  precision     date_precision not null default 'none',
  confirmed_on  date,
  public        boolean not null default false,
  version       int not null default 0
);
create index post_of on post (organisation);
create trigger keep_history after insert or update or delete on organisation for each row execute function keep_history();
create trigger keep_history after insert or update or delete on organisation_name for each row execute function keep_history();
create trigger keep_history after insert or update or delete on organisation_fact for each row execute function keep_history();
create trigger keep_history after insert or update or delete on site for each row execute function keep_history();
-- The history of people and posts would outlive an erasure: only posts without their holder's name are kept.
create trigger keep_history after insert or update or delete on post for each row execute function keep_history();
