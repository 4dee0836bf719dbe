-- What the network says of itself has translations, as all words of people have.
alter table network_statement
  add column value_translations jsonb not null default '{}',
  add column text_translations jsonb not null default '{}';
