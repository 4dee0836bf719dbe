-- What a partnership refuses to be called, its table refuses too.
alter table partnership add constraint partnership_name check (name ~ '[^[:space:]]') not valid;
