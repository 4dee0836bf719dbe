-- What was signed or carried out at an activity names one that there is; plans stand above activities.
update agreement set signed_at = null
 where signed_at is not null and not exists (select from activity r where r.code = agreement.signed_at);
update plan_item set activity = null
 where activity is not null and not exists (select from activity r where r.code = plan_item.activity);
update plan_item set question = null
 where question is not null and not exists (select from question r where r.code = plan_item.question);
alter table agreement add foreign key (signed_at) references activity (code) on update cascade;
alter table plan_item add foreign key (activity) references activity (code) on update cascade;
alter table plan_item add foreign key (question) references question (code) on update cascade;
