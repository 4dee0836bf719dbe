-- A figure and a milestone name programmes and questions that there are.
update network_figure set question = null
 where question is not null and not exists (select from question r where r.code = network_figure.question);
update network_figure set programme = null
 where programme is not null and not exists (select from programme r where r.code = network_figure.programme);
update milestone set programme = null
 where programme is not null and not exists (select from programme r where r.code = milestone.programme);
alter table network_figure add foreign key (question) references question (code) on update cascade;
alter table network_figure add foreign key (programme) references programme (code) on update cascade;
alter table milestone add foreign key (programme) references programme (code) on update cascade;
