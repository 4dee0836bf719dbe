create table region (
  code    text primary key check (code ~ '^[0-9]{3}$'),
  name    text not null,
  name_translations jsonb not null default '{}',
  parent  text references region
);
create table country (
  code            country_code primary key,
  alpha3          text check (alpha3 ~ '^[A-Z]{3}$'),
  name            text not null,
  name_translations jsonb not null default '{}',
  region          text references region,
  population      bigint check (population >= 0),
  gdp             numeric check (gdp >= 0),
  gdp_per_capita  numeric generated always as (case when population > 0 then round(gdp / population) end) stored,
  currency        text check (currency ~ '^[A-Z]{3}$'),
  time_zone       text,                                 -- that of most of its people
  network_region  text                                  -- among the regions by which members are grouped
);
create table time_zone (
  name     text primary key,
  country  country_code not null references country,
  cities   text not null
);
create index time_zone_country on time_zone (country);
create table place (
  id          bigint primary key,                       -- GeoNames identifier
  name        text not null,
  plain_name  text not null,                            -- in letters without accents
  country     country_code not null references country,
  population  bigint check (population > 0),            -- null where unknown
  latitude    double precision not null check (latitude between -90 and 90),
  longitude   double precision not null check (longitude between -180 and 180),
  time_zone   text
);
create index place_name on place (lower(plain_name) text_pattern_ops);
create index place_country on place (country, population desc nulls last);

-- Which state of the shipped reference files was loaded.
create table reference_file (
  name    text primary key,
  digest  text not null
);
