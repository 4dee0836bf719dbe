-- Whoever works on a programme sees the cities that take part in it or apply.
create or replace view organisation_seen_by as
select o.id, o.listed as everyone, 'RECORDS_READ' as permission,
       array['city:' || o.id] || array(select 'programme:' || a.programme from participant_brief a where a.organisation = o.id) as scopes
  from organisation o;

-- A city on which something rests that everyone sees is seen by everyone, and stays so.
create function list_organisations() returns trigger language plpgsql as $$
begin
  update organisation o set listed = true
   where not o.listed
     and (exists (select from member_brief m where m.organisation = o.id)
          or exists (select from participant_brief a join participant_seen_by s on s.id = a.id
                      where a.organisation = o.id and s.everyone)
          or exists (select from partnership_member_view m join partnership_seen_by s on s.id = m.partnership
                      where m.organisation = o.id and s.everyone)
          or exists (select from activity_takes_part t join activity_seen_by s on s.id = t.activity
                      where t.organisation = o.id and s.everyone));
  return null;
end $$;
create trigger list_organisations after insert or update on member for each statement execute function list_organisations();
create trigger list_organisations after insert or update on programme for each statement execute function list_organisations();
create trigger list_organisations after insert or update on participant for each statement execute function list_organisations();
create trigger list_organisations after insert or update on partnership for each statement execute function list_organisations();
create trigger list_organisations after insert or update on partnership_member for each statement execute function list_organisations();
create trigger list_organisations after insert or update on activity for each statement execute function list_organisations();
create trigger list_organisations after insert or update on activity_city for each statement execute function list_organisations();
