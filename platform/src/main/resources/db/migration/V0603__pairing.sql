-- A round of pairing in a programme, and its runs. A run keeps everything it needs to be run again to the same bytes.
create table pairing_round (
  id         uuid primary key,
  programme  uuid not null references programme,
  name       text not null check (length(name) between 1 and 200),
  state      text not null check (state in ('draft', 'proposed', 'consulted', 'confirmed', 'published')),
  side_a     text not null,                               -- the participants' groups that face each other; equal = one pool
  side_b     text not null,
  rules      jsonb not null,                              -- objective, weights, locks, limits, seed
  run        uuid,                                        -- the run that was proposed
  version    int not null default 0
);
create table pairing_run (
  id             uuid primary key,
  round          uuid not null references pairing_round,
  number         int  not null,
  engine_version text not null,
  at             timestamptz not null,
  by_account     uuid,
  objective      bigint not null,
  proof          text not null,
  input          jsonb not null,                          -- participants, offers, seeks, rules as they were
  result         jsonb not null,                          -- pairs, parts, regrets, alternatives
  certificate    bytea not null,
  unique (round, number)
);
alter table pairing_round add foreign key (run) references pairing_run;
create table pairing_answer (
  id          uuid primary key,
  round       uuid not null references pairing_round,
  participant uuid not null references participant,
  partner     uuid not null references participant,
  answer      text not null check (answer in ('accepts', 'declines')),
  rank        int,
  reason      text,
  at          timestamptz not null,
  by_account  uuid,
  unique (round, participant, partner)
);
create trigger keep_history after insert or update or delete on pairing_round for each row execute function keep_history();
create trigger keep_history after insert or update or delete on pairing_answer for each row execute function keep_history();
