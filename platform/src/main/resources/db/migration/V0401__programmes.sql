create table programme (
  id            uuid primary key,
  code          record_code not null unique,
  name          text not null check (length(name) between 1 and 200),
  name_translations jsonb not null default '{}',
  abbreviation  text,
  kind          text not null check (kind ~ '^[a-z-]+$'),  -- the codes stand in ProgrammeKind
  parent        uuid references programme,
  predecessor   uuid references programme,
  description   text,
  description_translations jsonb not null default '{}',
  scope         text[] not null default '{}',             -- countries and parts of the world
  forms         text[] not null default '{}',             -- pair, cluster, open-pairing
  from_on       date,                                     -- start, known as exactly as from_precision says
  from_precision date_precision not null default 'none',
  to_on         date,                                     -- end
  to_precision  date_precision not null default 'none',
  cities_total  int check (cities_total >= 0),            -- as the programme states them, not counted from its participants
  cities_eu     int check (cities_eu >= 0),
  cities_non_eu int check (cities_non_eu >= 0),
  regions_total int check (regions_total >= 0),
  note          text,
  published     boolean not null default false,
  version       int not null default 0,
  check ((from_on is null) = (from_precision = 'none')),
  check ((to_on is null) = (to_precision = 'none')),
  check (from_on is null or to_on is null or from_on <= to_on)
);
create table programme_body (
  id           uuid primary key,
  programme    uuid not null references programme,
  role         text not null check (role in ('funder', 'initiator', 'managing', 'supporting', 'implementing')),
  name         text not null,
  organisation uuid references organisation,
  note         text,
  position     int not null,
  unique (programme, role, name)
);
create table programme_theme (
  id        uuid primary key,
  programme uuid not null references programme,
  reading   text not null,                                -- which document's list this wording belongs to
  chosen    boolean not null,                             -- the list that the public sees
  label     text not null,
  label_translations jsonb not null default '{}',
  role      text not null,
  topic     uuid references topic,
  question  record_code,                                  -- the open question in which the readings stand
  note      text,
  position  int not null,
  unique (programme, reading, position)
);
create table programme_objective (
  id        uuid primary key,
  programme uuid not null references programme,
  kind      text not null,
  statement text not null,
  statement_translations jsonb not null default '{}',
  position  int not null,
  unique (programme, position)
);
create table participant (
  id           uuid primary key,
  programme    uuid not null references programme,
  organisation uuid not null references organisation,
  side         text not null default '',                  -- EU, non-EU, Korea, China …: the group in which it takes part
  cohort       text not null default '',
  capacity_min int not null default 0 check (capacity_min >= 0),
  capacity_max int not null default 1 check (capacity_max between 1 and 20),
  languages    text[] not null default '{}',
  staff_days   numeric check (staff_days >= 0),
  first_timer  boolean,
  status       text not null default 'participant' check (status in ('participant', 'possible')),
  left_on      date,
  note         text,
  version      int not null default 0,
  unique (programme, organisation, cohort)
);
create index participant_organisation on participant (organisation);
-- One line of a profile: what a city offers (level 1 to 3) or seeks (priority 1 to 3). An interest is both undecided: stated, not yet turned into an offer or a need.
create table profile_line (
  id           uuid primary key,
  participant  uuid not null references participant,
  kind         text not null check (kind in ('offer', 'seek', 'interest')),
  topic        uuid references topic,
  statement    text not null check (length(statement) between 1 and 500),
  statement_translations jsonb not null default '{}',
  grade        int check (grade between 1 and 3),
  evidence     text,
  position     int not null,
  version      int not null default 0
);
create index profile_line_of on profile_line (participant, position);
create table method_step (
  id        uuid primary key,
  method    text not null,
  method_name text not null,
  method_name_translations jsonb not null default '{}',
  programme uuid references programme,
  position  int not null,
  step      text not null,
  step_translations jsonb not null default '{}',
  kind      text,
  note      text,
  unique (method, position)
);
create trigger keep_history after insert or update or delete on programme for each row execute function keep_history();
create trigger keep_history after insert or update or delete on programme_body for each row execute function keep_history();
create trigger keep_history after insert or update or delete on programme_theme for each row execute function keep_history();
create trigger keep_history after insert or update or delete on programme_objective for each row execute function keep_history();
create trigger keep_history after insert or update or delete on participant for each row execute function keep_history();
create trigger keep_history after insert or update or delete on profile_line for each row execute function keep_history();
