-- The table refuses what an organisation refuses. Rows that are there stay as they are.
alter table organisation
  add constraint organisation_named check (name ~ '[^[:space:]]') not valid,
  add constraint organisation_official_name check (official_name ~ '[^[:space:]]' and length(official_name) <= 200) not valid,
  add constraint organisation_abbreviation check (abbreviation ~ '[^[:space:]]' and length(abbreviation) <= 40) not valid,
  add constraint organisation_local_name check (local_name ~ '[^[:space:]]' and length(local_name) <= 200) not valid,
  add constraint organisation_description check (description ~ '[^[:space:]]' and length(description) <= 4000) not valid,
  add constraint organisation_note check (note ~ '[^[:space:]]' and length(note) <= 4000) not valid,
  add constraint organisation_people check (population < 1000000000000 and population_qualifier <> 'range') not valid;
