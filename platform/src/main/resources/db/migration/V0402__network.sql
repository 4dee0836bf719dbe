create table member (
  id            uuid primary key,
  code          record_code not null unique,
  organisation  uuid not null unique references organisation,
  type          text not null check (type in ('full', 'associate', 'corporate')),
  region        text not null,
  joined_year   int,
  approved_at   text,
  note          text,
  version       int not null default 0
);
create index member_type on member (type, region);
create table cluster (
  id    uuid primary key,
  code  record_code not null unique,
  name  text not null,
  name_translations jsonb not null default '{}'
);
create table cluster_role (
  id       uuid primary key,
  cluster  uuid not null references cluster,
  member   uuid not null references member,
  role     text not null check (role in ('lead', 'co-lead', 'member')),
  term     text,
  unique (cluster, member, role)
);
create table national_chapter (
  id       uuid primary key,
  country  country_code not null unique references country,
  host     uuid references member,
  note     text
);
create table office_bearer (
  id           uuid primary key,
  term         text not null,
  role         text not null,
  rank         int  not null,
  organisation uuid references organisation,
  person       uuid references person,
  note         text,
  unique (term, role, rank)
);
create table membership_rule (
  id         uuid primary key,
  code       record_code not null unique,
  subject    text not null,
  applies_to text,
  rule       text not null,
  parameter  text,
  operator   text,
  value      text,
  unit       text,
  note       text
);
create table milestone (
  id          uuid primary key,
  code        record_code not null unique,
  from_on     date,
  to_on       date,
  precision   date_precision not null default 'none',
  title       text not null,
  subject     text not null,
  description text
);
create trigger keep_history after insert or update or delete on member for each row execute function keep_history();
create trigger keep_history after insert or update or delete on cluster_role for each row execute function keep_history();
create trigger keep_history after insert or update or delete on national_chapter for each row execute function keep_history();
create trigger keep_history after insert or update or delete on office_bearer for each row execute function keep_history();
