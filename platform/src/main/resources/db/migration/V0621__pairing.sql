-- What a round refuses to be called, its table refuses too.
alter table pairing_round add constraint pairing_round_name check (name ~ '[^[:space:]]') not valid;
