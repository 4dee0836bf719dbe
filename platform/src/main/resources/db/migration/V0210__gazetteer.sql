-- What others read of the gazetteer.

-- A country as lists name, group and compare it.
create view country_brief as
select code, name, name_translations, region, network_region, population, gdp_per_capita, time_zone
  from country;

-- A region of the UN's list as filters name it.
create view region_brief as
select code, name, name_translations
  from region;

-- Where a place lies and how many live there, for records that do not say so themselves.
create view place_brief as
select id, name, country, population, latitude, longitude, time_zone
  from place;
