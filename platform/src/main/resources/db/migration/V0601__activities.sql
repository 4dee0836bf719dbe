create table activity (
  id            uuid primary key,
  code          record_code not null unique,
  parent        uuid references activity,
  programme     uuid references programme,
  partnership   uuid references partnership,
  type          text not null check (type ~ '^[a-z0-9-]+$'),   -- study-visit, meeting, webinar …: the codes stand in ActivityType
  title         text not null check (length(title) between 1 and 300),
  title_translations jsonb not null default '{}',
  organiser     text,
  host          uuid references organisation,
  host_name     text,                                     -- where the host is not a body we keep
  host_country  country_code references country,
  visitor       uuid references organisation,
  from_on       date,
  to_on         date,
  precision     date_precision not null default 'none',
  mode          text check (mode in ('in-person', 'online', 'hybrid')),
  status        text not null check (status in ('proposed', 'planned', 'held', 'cancelled')),
  participants_low  int check (participants_low >= 0),
  participants_high int,
  participants_qualifier qualifier,
  participants_note text,
  partners      text[] not null default '{}',
  description   text,
  description_translations jsonb not null default '{}',
  note          text,
  published     boolean not null default true,
  version       int not null default 0,
  check ((from_on is null) = (precision = 'none')),
  check ((from_on is null) = (to_on is null)),
  check (from_on <= to_on)
);
create index activity_programme on activity (programme, from_on);
create index activity_partnership on activity (partnership, from_on);
create index activity_when on activity (from_on desc nulls last);
create index activity_host on activity (host);
-- Further hosts and visitors, where there is more than one of them.
create table activity_city (
  activity     uuid not null references activity on delete cascade,
  organisation uuid not null references organisation,
  role         text not null check (role in ('host', 'visitor')),
  position     int  not null,
  primary key (activity, organisation, role)
);
create table activity_site (
  activity uuid not null references activity,
  site     uuid not null references site,
  primary key (activity, site)
);
-- What a pair saw or exchanged, where the documents tie a site to a pair and not to a visit.
create table partnership_site (
  partnership uuid not null references partnership,
  site        uuid not null references site,
  context     text,
  primary key (partnership, site)
);
create trigger keep_history after insert or update or delete on activity for each row execute function keep_history();
