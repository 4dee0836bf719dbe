-- Which organisations a programme has taken or may take in, without what else is said of them.
create view participant_of_programme as select programme, organisation from participant;
comment on view participant_of_programme is 'Which organisations take part in a programme, may take part in it or apply';

create or replace view organisation_seen_by as
select o.id, o.listed as everyone, 'RECORDS_READ' as permission,
       array['city:' || o.id]
         || array(select 'programme:' || a.programme from participant_of_programme a where a.organisation = o.id) as scopes
  from organisation o;
