create extension if not exists pg_trgm;

-- Every body the network knows: cities and regions, alliances, universities, firms, associations.
create table organisation (
  id            uuid primary key,
  code          record_code not null unique,
  kind          text not null check (kind in ('city', 'district', 'county', 'regency', 'region', 'alliance',
                'metropolitan-authority', 'authority', 'development-authority', 'city-network', 'university',
                'research-centre', 'training-centre', 'company', 'public-company', 'foundation', 'ngo', 'un-body',
                'international-organisation', 'eu-institution', 'eu-service', 'government', 'public-body',
                'network-office', 'organisation', 'not-stated')),
  local_government boolean not null,                      -- stands among the cities; else among the other organisations
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

-- Every name that leads to the record: its own, in other languages and scripts, abbreviations, misspellings. The folded form is
-- without case, accents and punctuation.
create table organisation_name (
  id            uuid primary key,
  organisation  uuid not null references organisation,
  name          text not null check (length(name) between 1 and 200),
  folded        text not null,
  language      language_tag,
  kind          text not null check (kind in ('name', 'official', 'local', 'abbreviation', 'alternative')),
  unique (organisation, name)
);
create index organisation_name_folded on organisation_name (folded);
create index organisation_name_similar on organisation_name using gin (folded gin_trgm_ops);

create table organisation_fact (
  id            uuid primary key,
  code          record_code not null unique,
  organisation  uuid not null references organisation,
  attribute     text not null,
  statement     text,
  low           numeric,
  qualifier     qualifier,
  unit          text,
  scope         text,                                     -- what the number is of: the city, the metropolitan area
  position      int not null,
  check (statement is not null or low is not null),
  check ((low is null) = (qualifier is null))
);
create index organisation_fact_of on organisation_fact (organisation, position);

-- What can be seen and learned in a city.
create table site (
  id            uuid primary key,
  code          record_code not null unique,
  organisation  uuid not null references organisation,
  name          text not null,
  name_translations jsonb not null default '{}',
  kind          text not null check (kind in ('site', 'system', 'practice', 'best-practice', 'project')),
  note          text
);
create index site_of on site (organisation);

create table person (
  id       uuid primary key,
  code     record_code not null unique,
  name     text check (length(name) between 1 and 200),   -- null once the person was erased
  local_name text,
  local_language language_tag,
  email    text,
  erased_at timestamptz,
  check ((name is null) = (erased_at is not null)),
  check (erased_at is null or (email is null and local_name is null))
);
-- Keeps the next import from bringing an erased person back; holds no name.
create table erased_code (digest bytea primary key);

-- A post outlives its holders; a vacant post has none. duty: focal point, deputy, interpreter, stakeholder, public office …
create table post (
  id            uuid primary key,
  organisation  uuid not null references organisation,
  title         text not null check (length(title) between 1 and 200),
  duty          text not null check (duty in ('focal-point', 'deputy', 'interpreter', 'stakeholder', 'public-office', 'secretariat',
                'other')),
  holder        uuid references person,
  from_on       date,
  to_on         date,
  precision     date_precision not null default 'none',
  confirmed_on  date,
  public        boolean not null default false,
  version       int not null default 0
);
create index post_of on post (organisation);
create index post_held on post (holder);
create trigger keep_history after insert or update or delete on organisation for each row execute function keep_history();
create trigger keep_history after insert or update or delete on organisation_name for each row execute function keep_history();
create trigger keep_history after insert or update or delete on organisation_fact for each row execute function keep_history();
create trigger keep_history after insert or update or delete on site for each row execute function keep_history();
-- People have no row history, which would outlive their erasure; posts name their holder by id only.
create trigger keep_history after insert or update or delete on post for each row execute function keep_history();
