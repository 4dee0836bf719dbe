-- What others need to know of the accounts of people to whom they write.
create view sign_in_address as
select id as account, address_key as address, seen_at, disabled_at is null as open
  from account where address_key is not null;
comment on view sign_in_address is 'Who signs in with an address, and whether the person has ever come.';
