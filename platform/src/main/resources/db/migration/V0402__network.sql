create table member (
  id            uuid primary key,
  code          record_code not null unique,
  organisation  uuid not null unique references organisation,
  type          text not null check (type in ('full', 'associate', 'corporate')),
  region        text not null,                            -- code in the taxonomy citynet-regions
  joined_year   int check (joined_year between 1900 and 2200),
  approved_at   text,                                     -- the meeting's activity; activities lie on a higher floor
  exception     text,                                     -- why it is a member although a rule speaks against it
  note          text,
  version       int not null default 0
);
create index member_type on member (type, region);
create table cluster (
  id    uuid primary key,
  code  record_code not null unique,
  name  text not null,
  name_translations jsonb not null default '{}',
  topic uuid references topic,
  position int not null
);
create table cluster_role (
  id         uuid primary key,
  cluster    uuid not null references cluster,
  member     uuid not null references member,
  role       text not null check (role in ('lead', 'co-lead', 'member')),
  elected_at text,
  from_on    date,
  to_on      date,
  precision  date_precision not null default 'none',
  position   int not null,
  unique (cluster, member)
);
create index cluster_role_of on cluster_role (member);
create table national_chapter (
  id       uuid primary key,
  code     record_code not null unique,
  name     text not null,
  name_translations jsonb not null default '{}',
  country  country_code not null unique references country,
  host     uuid references member,
  note     text
);
create table office_bearer (
  id           uuid primary key,
  term         text not null check (term ~ '^[0-9]{4}-[0-9]{4}$'),
  role         text not null,
  rank         int check (rank > 0),                      -- where the role is ranked
  organisation uuid not null references organisation,
  person       uuid references person,
  position     int  not null,
  unique (term, role, organisation)
);
create index office_bearer_of on office_bearer (organisation);
create table membership_rule (
  id         uuid primary key,
  code       record_code not null unique,
  subject    text not null,
  applies_to text,
  rule       text not null,
  rule_translations jsonb not null default '{}',
  parameter  text,
  operator   text,
  value      text,
  unit       text,
  note       text,
  position   int not null
);
-- What was counted or said of the network, a programme or the context, at a date; readings that disagree stand side by side.
create table network_figure (
  id         uuid primary key,
  code       record_code not null unique,
  subject    text not null,
  measure    text not null,
  low        numeric not null,
  high       numeric,
  qualifier  qualifier not null,
  unit       text,
  from_on    date,
  to_on      date,
  precision  date_precision not null default 'none',
  programme  text,
  area       text,
  question   text,
  chosen     boolean not null,
  note       text,
  position   int not null
);
create index network_figure_of on network_figure (subject, programme);
create table network_statement (
  id         uuid primary key,
  code       record_code not null unique,
  aspect     text not null,
  value      text,
  text       text not null,
  position   int not null
);
create table milestone (
  id          uuid primary key,
  code        record_code not null unique,
  from_on     date,
  to_on       date,
  precision   date_precision not null default 'none',
  title       text not null,
  title_translations jsonb not null default '{}',
  subject     text not null,
  programme   text,
  description text
);
create trigger keep_history after insert or update or delete on member for each row execute function keep_history();
create trigger keep_history after insert or update or delete on cluster_role for each row execute function keep_history();
create trigger keep_history after insert or update or delete on national_chapter for each row execute function keep_history();
create trigger keep_history after insert or update or delete on office_bearer for each row execute function keep_history();
