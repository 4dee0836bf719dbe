-- Who sees a record: everyone, or else whoever holds the permission for the network or within one of the scopes. Each kind of record
-- has such a view, and whatever shows, lists, finds or counts the records asks it: see database.Seen.
create view post_seen_by as
select id, public as everyone, 'RECORDS_READ' as permission, array['city:' || organisation] as scopes
  from post;
