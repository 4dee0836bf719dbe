-- Mail on its way out. Without a mail server it is kept here, to be read on the outbox page.
create table mail_message (
  id         uuid        primary key,
  recipient  text        not null,
  subject    text        not null check (length(subject) between 1 and 200),
  body       text,                                                  -- null once a message that held a key was sent
  secret     boolean     not null,                                  -- it holds a key for its recipient alone
  state      text        not null check (state in ('kept', 'queued', 'sent', 'failed')),
  attempts   int         not null default 0,
  problem    text,
  written_at timestamptz not null,
  sent_at    timestamptz,
  check ((state = 'sent') = (sent_at is not null)),
  check (body is not null or state = 'sent')
);
create index mail_message_time on mail_message (written_at);
create index mail_message_recipient on mail_message (lower(recipient));

-- Work that takes longer than a person waits for a page.
create table job (
  id          uuid        primary key,
  kind        text        not null check (kind ~ '^[a-z]+\.[a-z-]+$'),
  parameters  jsonb       not null default '{}',
  started_by  uuid,                                                 -- null: the system
  state       text        not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done        bigint      not null default 0 check (done >= 0),
  total       bigint      check (total >= 0),
  problem     text,
  result      text,                                                 -- the address of what came out
  cancelling  boolean     not null default false,
  asked_at    timestamptz not null,
  finished_at timestamptz,
  check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
);
create index job_of on job (started_by, asked_at);

-- The key that signs links for answers by mail; a new one may be added at any time, old links keep theirs.
create table answer_key (
  number  int         generated always as identity primary key,
  secret  bytea       not null check (length(secret) = 32),
  made_at timestamptz not null
);
