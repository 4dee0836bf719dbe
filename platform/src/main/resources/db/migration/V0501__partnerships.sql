create table partnership (
  id           uuid primary key,
  code         record_code not null unique,
  programme    uuid not null references programme,
  name         text not null check (length(name) between 1 and 200),   -- Seoul – Dublin
  name_translations jsonb not null default '{}',
  theme        text,
  theme_translations jsonb not null default '{}',
  topic        uuid references topic,
  line         text check (line in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H')),   -- the colour of its theme
  cohort       text,
  form         text check (form in ('pair', 'cluster', 'open-pairing')),
  coordinator  text,
  status       text not null check (status in ('listed', 'active', 'closed')),
  from_on      date,
  from_precision date_precision not null default 'none',
  to_on        date,
  to_precision date_precision not null default 'none',
  published    boolean not null default true,
  note         text,
  version      int not null default 0
);
create index partnership_programme on partnership (programme);
-- Two or more members; side 1 is drawn first. A member joins and may leave.
create table partnership_member (
  id           uuid primary key,
  partnership  uuid not null references partnership,
  organisation uuid not null references organisation,
  side         int  not null check (side between 1 and 8),
  party        text,                                      -- eu or partner, where the programme has two sides
  role         text,
  joined_on    date,
  left_on      date,
  unique (partnership, organisation)
);
create index partnership_member_of on partnership_member (organisation);
create table partnership_topic (
  id           uuid primary key,
  partnership  uuid not null references partnership,
  label        text not null,
  label_translations jsonb not null default '{}',
  kind         text not null,
  topic        uuid references topic,
  question     record_code,                               -- the open question in which it is one of the readings
  chosen       boolean not null default true,
  position     int not null,
  unique (partnership, position)
);
create trigger keep_history after insert or update or delete on partnership for each row execute function keep_history();
create trigger keep_history after insert or update or delete on partnership_member for each row execute function keep_history();
create trigger keep_history after insert or update or delete on partnership_topic for each row execute function keep_history();
