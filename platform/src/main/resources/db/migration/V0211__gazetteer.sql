-- Public holidays that people wrote down: of countries of which nothing is known, or beside what is.
create table holiday (
  id                uuid         primary key,
  country           country_code not null references country,
  day               date         not null,
  name              text         not null check (length(name) between 1 and 120 and name ~ '[^[:space:]]'),
  name_translations jsonb        not null default '{}',
  unique (country, day, name)
);
create trigger keep_history after insert or update or delete on holiday for each row execute function keep_history();
