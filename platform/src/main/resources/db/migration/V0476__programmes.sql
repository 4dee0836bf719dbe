-- The open question in which readings of a theme stand is one that there is.
update programme_theme set question = null
 where question is not null and not exists (select from question r where r.code = programme_theme.question);
alter table programme_theme add foreign key (question) references question (code) on update cascade;
