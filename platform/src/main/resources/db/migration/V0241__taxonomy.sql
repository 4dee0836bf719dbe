-- Lists of topics and topics are named by more than blanks.
alter table taxonomy add constraint taxonomy_name check (name ~ '[^[:space:]]') not valid;
alter table topic add constraint topic_label check (label ~ '[^[:space:]]') not valid;
