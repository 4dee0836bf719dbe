-- Who sees a list of themes. The floor that knows programmes narrows it for the lists of those that are not public.
create view taxonomy_seen_by as
select id, true as everyone, 'RECORDS_READ' as permission, '{}'::text[] as scopes
  from taxonomy;
