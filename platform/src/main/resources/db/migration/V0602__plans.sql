create table agreement (
  id           uuid primary key,
  code         record_code not null unique,
  programme    uuid references programme,
  partnership  uuid references partnership,
  type         text not null check (type in ('memorandum-of-understanding', 'letter-of-intent', 'joint-declaration', 'declaration')),
  title        text not null check (length(title) between 1 and 300),
  title_translations jsonb not null default '{}',
  status       text not null check (status in ('signed', 'declared', 'under-discussion', 'unclear', 'planned')),
  public       boolean generated always as (status in ('signed', 'declared')) stored,
  from_on      date,
  to_on        date,
  precision    date_precision not null default 'none',
  signed_at    record_code,                               -- the activity at which it was signed
  expires_on   date,
  place        text,
  subject      text,
  subject_translations jsonb not null default '{}',
  note         text,
  version      int not null default 0,
  check ((from_on is null) = (precision = 'none')),
  check ((from_on is null) = (to_on is null)),
  check (from_on <= to_on)
);
create index agreement_partnership on agreement (partnership);
create table agreement_party (
  id           uuid primary key,
  agreement    uuid not null references agreement,
  organisation uuid references organisation,
  name         text not null,
  kind         text,
  position     int not null,
  unique (agreement, position)
);
-- An action of a plan: how far it has come follows the most cautious document.
create table plan_item (
  id           uuid primary key,
  code         record_code not null unique,
  programme    uuid references programme,
  partnership  uuid references partnership,
  plan_name    text,
  kind         text not null,
  statement    text not null check (length(statement) between 1 and 500),
  statement_translations jsonb not null default '{}',
  status       text not null check (status in ('listed', 'discussed', 'intended', 'pledged', 'planned', 'decided', 'under-way', 'carried-out')),
  note         text,
  activity     record_code,                               -- the activity at which it was carried out or agreed
  question     record_code,                               -- the open question that touches it
  due_on       date,
  position     int not null,
  version      int not null default 0
);
create index plan_item_partnership on plan_item (partnership, position);
create trigger keep_history after insert or update or delete on agreement for each row execute function keep_history();
create trigger keep_history after insert or update or delete on agreement_party for each row execute function keep_history();
create trigger keep_history after insert or update or delete on plan_item for each row execute function keep_history();
