-- The open question in which a topic is one of the readings is one that there is.
update partnership_topic set question = null
 where question is not null and not exists (select from question r where r.code = partnership_topic.question);
alter table partnership_topic add foreign key (question) references question (code) on update cascade;
