-- What a kind of activity refuses to be called, its table refuses too.
alter table activity_kind add constraint activity_kind_name check (name ~ '[^[:space:]]') not valid;
