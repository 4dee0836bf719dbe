-- A list of topics can go: programmes that spoke in it speak in the usual one.
alter table programme drop constraint programme_taxonomy_fkey,
  add constraint programme_taxonomy_fkey foreign key (taxonomy) references taxonomy on delete set null;
