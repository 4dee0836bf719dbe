-- Whoever put an activity off or called it off is an account of the house.
update activity set stopped_by = null
 where stopped_by is not null and not exists (select from account r where r.id = activity.stopped_by);
alter table activity add foreign key (stopped_by) references account;
