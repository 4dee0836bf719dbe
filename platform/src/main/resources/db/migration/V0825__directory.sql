-- What a population counts, and of which year it is, belong to a number. Rows that are there stay as they are.
alter table organisation
  add constraint organisation_population_scope
    check (population_scope ~ '[^[:space:]]' and length(population_scope) <= 200) not valid,
  add constraint organisation_population_year check (population_year between 1800 and 2200) not valid,
  add constraint organisation_population_of
    check (population is not null or (population_scope is null and population_year is null)) not valid;
