-- Lists of topics and their topics are kept by people too: each has a version, a topic has other words by which it is known.
alter table taxonomy add column version int not null default 0,
  add check (length(name) between 1 and 200),
  add check (note is null or length(note) <= 2000) not valid;
create trigger raise_version before update on taxonomy for each row execute function raise_version();
alter table topic add column version int not null default 0,
  add column alternatives text[] not null default '{}',
  add check (note is null or length(note) <= 2000) not valid;
create trigger raise_version before update on topic for each row execute function raise_version();

create or replace view topic_label as
select t.id, x.code as taxonomy, t.code, x.code || ':' || t.code as written, t.label, t.label_translations, t.position, x.usual,
       t.alternatives
  from topic t
  join taxonomy x on x.id = t.taxonomy;
