-- What an activity refuses to be, its table refuses too. A city that came to itself by a file is its host.
update activity set visitor = null where visitor = host;
alter table activity add constraint activity_visitor check (visitor <> host);
alter table activity add constraint activity_title check (title ~ '[^[:space:]]') not valid;
