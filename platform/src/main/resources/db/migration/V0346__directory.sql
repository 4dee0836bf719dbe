-- How a population was stated, and of what, goes with its number.
create or replace view organisation_profile as
select o.id, o.official_name, o.description, o.description_translations, o.website, o.population_year,
       coalesce(o.population, p.population) as population, o.population is null as from_geonames, o.population_qualifier,
       o.population_scope
  from organisation o left join place_brief p on p.id = o.place;
