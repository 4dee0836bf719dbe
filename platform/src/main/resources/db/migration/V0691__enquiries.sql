-- A city that asks to come in, who writes and their post are named by more than blanks.
alter table enquiry
  add constraint enquiry_city check (city ~ '[^[:space:]]') not valid,
  add constraint enquiry_writer check (writer ~ '[^[:space:]]') not valid,
  add constraint enquiry_post check (post ~ '[^[:space:]]') not valid;
