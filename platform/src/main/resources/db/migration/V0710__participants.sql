-- What a participant would like of a partner, and in what circumstances it works: a pairing reads it beside offers and needs.
alter table participant
  add column setting text[] not null default '{}' check (setting <@ array['port', 'coast', 'river', 'delta', 'mountain', 'island', 'dry',
    'border', 'capital', 'industry', 'change', 'university', 'tourism', 'heritage', 'farming']),
  add column excluded_countries text[] not null default '{}' check (array_to_string(excluded_countries, '') ~ '^([A-Z]{2})*$');

create table participant_tie (
  id           uuid primary key,
  participant  uuid not null references participant on delete cascade,
  organisation uuid not null references organisation,
  kind         text not null check (kind in ('wish', 'excluded')),
  position     int not null check (position between 1 and 20),                     -- the first wish is the dearest
  unique (participant, organisation)
);
create index participant_tie_organisation on participant_tie (organisation);
create trigger keep_history after insert or update or delete on participant_tie for each row execute function keep_history();

-- Who applies for a programme is known to those who work on it, and public once it takes part.
alter table participant drop constraint participant_status_check;
alter table participant add constraint participant_status_check check (status in ('participant', 'possible', 'applicant'));
create or replace view participant_seen_by as
select a.id, g.everyone and a.status <> 'applicant' as everyone, g.permission, g.scopes || ('city:' || a.organisation) as scopes
  from participant a join programme_seen_by g on g.id = a.programme;

create or replace view participant_brief as
select a.id, a.programme, a.organisation, a.programme_group, coalesce(g.code, '') as group_code, a.cohort, a.capacity_min, a.capacity_max,
       a.languages, a.first_timer, a.status, a.left_on, a.status = 'participant' as takes_part, a.status = 'possible' as possible,
       a.setting, a.excluded_countries, a.status = 'applicant' as applies
  from participant a left join programme_group_brief g on g.id = a.programme_group;

create view participant_tie_brief as
select t.participant, t.organisation, t.kind = 'wish' as wished, t.position
  from participant_tie t;
comment on view participant_tie_brief is 'With whom a participant would like to work, the dearest first, and with whom not';
