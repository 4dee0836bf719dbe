-- Locks are of bodies that there are, and whoever locked or ran is an account of the house.
delete from pairing_lock where not exists (select from organisation r where r.code = pairing_lock.a);
delete from pairing_lock where not exists (select from organisation r where r.code = pairing_lock.b);
update pairing_lock set by_account = null
 where by_account is not null and not exists (select from account r where r.id = pairing_lock.by_account);
update pairing_run set by_account = null
 where by_account is not null and not exists (select from account r where r.id = pairing_run.by_account);
alter table pairing_lock add foreign key (a) references organisation (code) on update cascade;
alter table pairing_lock add foreign key (b) references organisation (code) on update cascade;
alter table pairing_lock add foreign key (by_account) references account;
alter table pairing_run add foreign key (by_account) references account;
