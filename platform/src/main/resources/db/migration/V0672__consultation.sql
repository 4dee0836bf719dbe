-- Whoever answered for a city is an account of the house.
update pairing_answer set by_account = null
 where by_account is not null and not exists (select from account r where r.id = pairing_answer.by_account);
alter table pairing_answer add foreign key (by_account) references account;
