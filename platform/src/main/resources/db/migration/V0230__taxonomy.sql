-- One list of topics is the usual one: programmes that name no other speak in it, and a code alone is one of its topics. Which it was,
-- code said until now.
alter table taxonomy add column usual boolean not null default false;
create unique index taxonomy_usual on taxonomy (usual) where usual;
update taxonomy set usual = true where code = 'cooperation-topics';

create or replace view topic_label as
select t.id, x.code as taxonomy, t.code, x.code || ':' || t.code as written, t.label, t.label_translations, t.position, x.usual
  from topic t
  join taxonomy x on x.id = t.taxonomy;

create view taxonomy_brief as
select id, code, name, name_translations, usual, position
  from taxonomy;
comment on view taxonomy_brief is 'A list of topics as others name it';
