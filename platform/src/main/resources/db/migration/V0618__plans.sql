-- What an agreement and an action refuse to be called, their tables refuse too.
alter table agreement add constraint agreement_title check (title ~ '[^[:space:]]') not valid;
alter table plan_item add constraint plan_item_statement check (statement ~ '[^[:space:]]') not valid;
