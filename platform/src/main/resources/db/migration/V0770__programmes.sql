-- In which list of topics a programme speaks: its own, else the usual one.
create view programme_topic_list as
select p.id as programme, coalesce(own.code, usual.code) as taxonomy
  from programme p
  left join taxonomy_brief own on own.id = p.taxonomy
  left join taxonomy_brief usual on usual.usual
 where coalesce(own.code, usual.code) is not null;
comment on view programme_topic_list is 'The code of the list of topics in which each programme speaks: its own, else the usual one';
