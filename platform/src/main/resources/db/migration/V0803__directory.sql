-- What a sheet or an enquiry adds to the directory is seen by those at work, until something that everyone sees rests on it or somebody
-- lets everyone see it. What stands there is seen as it was.
alter table organisation add column listed boolean not null default true;

create view organisation_seen_by as
select id, listed as everyone, 'RECORDS_READ' as permission, array['city:' || id] as scopes
  from organisation;
