-- A city asks to come in, before it has an account: who writes, what it can offer and what it seeks. The address is confirmed by mail.
create table enquiry (
  id           uuid primary key,
  code         record_code not null unique,
  city         text not null check (length(city) between 1 and 200),
  country      country_code references country,
  place        bigint,                                    -- of the gazetteer, which is loaded anew
  writer       text check (length(writer) between 1 and 200),
  post         text check (length(post) between 1 and 200),
  email        text check (length(email) <= 254),
  language     language_tag not null,
  message      text check (length(message) <= 2000),
  state        text not null check (state in ('unconfirmed', 'waiting', 'accepted', 'declined')),
  token        text not null unique,                           -- digest of the secret in the mailed link
  asked_at     timestamptz not null,
  confirmed_at timestamptz,
  decided_at   timestamptz,
  organisation uuid references organisation,              -- what the city became
  programme    uuid references programme,                 -- where it takes part; none where it is to be a member
  reason       text check (length(reason) <= 2000),
  version      int not null default 0,
  check ((state = 'unconfirmed') = (confirmed_at is null)),
  check ((state in ('accepted', 'declined')) = (decided_at is not null)),
  check ((state = 'accepted') = (organisation is not null)),
  check (programme is null or state = 'accepted'),
  check ((state = 'declined') = (reason is not null)),
  check (writer is not null and post is not null and email is not null)
);
create index enquiry_email on enquiry (email);
create table enquiry_line (
  id        uuid primary key,
  enquiry   uuid not null references enquiry on delete cascade,
  kind      text not null check (kind in ('offer', 'seek')),
  topic     uuid references topic,
  statement text not null check (length(statement) between 1 and 500),
  position  int not null,
  unique (enquiry, position)
);
-- What nobody has confirmed leaves no trace behind.
create trigger keep_history after update on enquiry for each row when (old.state <> 'unconfirmed') execute function keep_history();
create trigger raise_version before update on enquiry for each row execute function raise_version();

create view enquiry_seen_by as
select id, false as everyone, 'ENQUIRIES' as permission, '{}'::text[] as scopes
  from enquiry
 where state <> 'unconfirmed';
