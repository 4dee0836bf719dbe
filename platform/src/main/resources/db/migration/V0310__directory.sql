-- What others read of the directory.

-- An organisation, city or not, as lists and pages mention it.
create view organisation_brief as
select id, code, kind, local_government, name, name_translations, local_name, local_language, abbreviation, country, place, latitude,
       longitude, time_zone
  from organisation;

-- Each name that leads to an organisation, for those who look for it by one.
create view organisation_alias as
select organisation, name, folded, language, kind
  from organisation_name;

-- What describes an organisation. The gazetteer's population of its place stands in where no document states one.
create view organisation_profile as
select o.id, o.official_name, o.description, o.description_translations, o.website, o.population_year,
       coalesce(o.population, p.population) as population, o.population is null as from_geonames
  from organisation o left join place_brief p on p.id = o.place;

-- A statement or figure about an organisation, as its portrait shows it.
create view fact_brief as
select organisation, code, attribute, statement, low, qualifier, unit, scope, position
  from organisation_fact;

-- What can be seen and learned in a city, for the visits and partnerships that show it.
create view site_brief as
select id, code, organisation, name, name_translations, kind, note
  from site;

-- A person on record; one who was erased is none.
create view person_brief as
select id, code, name
  from person where erased_at is null;

-- A post and who holds it. Whoever shows one asks post_seen_by as well, or has another reason to name a contact.
create view post_brief as
select t.id, t.organisation, t.title, t.duty, t.public, t.holder, p.name as holder_name
  from post t left join person_brief p on p.id = t.holder;
