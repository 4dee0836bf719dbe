-- What a topic is called, for everything that names one: by its words, by its list and code, and as files write it (list:code).
create view topic_label as
select t.id, x.code as taxonomy, t.code, x.code || ':' || t.code as written, t.label, t.label_translations, t.position
  from topic t
  join taxonomy x on x.id = t.taxonomy;
comment on view topic_label is 'What a topic is called, in words, by list and code, and as files write it';
