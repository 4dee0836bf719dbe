-- A round of pairing in a programme. Cities of the two groups face each other, or those of one group stand in one pool.
create table pairing_round (
  id         uuid primary key,
  programme  uuid not null references programme,
  name       text not null check (length(name) between 1 and 200),
  state      text not null check (state in ('draft', 'proposed', 'consulted', 'confirmed', 'published')),
  form       text not null check (form in ('sides', 'pool')),
  side_a     text not null,                               -- groups of participants; empty in a pool = everyone
  side_b     text not null,
  rules      jsonb not null,                              -- objective, weights, limits, seed: as the next run will use them
  run        uuid,                                        -- the run that was proposed
  made_at    timestamptz not null,
  version    int not null default 0,
  check ((state = 'draft') = (run is null))
);
create index pairing_round_programme on pairing_round (programme);
-- What someone decided about one pair; a and b are codes of organisations.
create table pairing_lock (
  id         uuid primary key,
  round      uuid not null references pairing_round,
  a          record_code not null,
  b          record_code not null,
  kind       text not null check (kind in ('must', 'must-not', 'prefer')),
  reason     text not null check (length(reason) between 1 and 300),
  by_account uuid,
  at         timestamptz not null,
  unique (round, a, b),
  check (a <> b)
);
-- The profiles as they were, and what every pair scored: whole numbers, packed. Runs with other rules share them.
create table pairing_scoring (
  id     uuid primary key,
  round  uuid not null references pairing_round,
  at     timestamptz not null,
  input  jsonb not null,
  scores bytea not null
);
-- With its scoring, a run holds everything it needs to be run again to the same bytes.
create table pairing_run (
  id             uuid primary key,
  round          uuid not null references pairing_round,
  scoring        uuid not null references pairing_scoring,
  number         int  not null,
  engine_version text not null,
  at             timestamptz not null,
  by_account     uuid,
  objective      bigint not null,
  proof          text not null check (proof in ('exact', 'bound')),
  rules          jsonb not null,
  locks          jsonb not null,
  result         jsonb not null,                          -- pairs, what blocks them, how robust they are
  certificate    bytea not null,                          -- packed
  unique (round, number)
);
alter table pairing_round add foreign key (run) references pairing_run;
create table pairing_answer (
  id          uuid primary key,
  round       uuid not null references pairing_round,
  organisation uuid not null references organisation,
  partner     uuid not null references organisation,
  answer      text not null check (answer in ('accepts', 'declines', 'wishes')),   -- a wish is for a partner not proposed
  rank        int check (rank between 1 and 20),
  reason      text check (length(reason) <= 1000),
  at          timestamptz not null,
  by_account  uuid,
  unique (round, organisation, partner),
  check ((answer = 'wishes') = (rank is not null))
);
create trigger keep_history after insert or update or delete on pairing_round for each row execute function keep_history();
create trigger keep_history after insert or update or delete on pairing_lock for each row execute function keep_history();
create trigger keep_history after insert or update or delete on pairing_answer for each row execute function keep_history();
