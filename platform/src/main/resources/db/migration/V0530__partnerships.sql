-- What a round of pairing knew of the partnership it made, as it stood then: the round and its run by name and number.
alter table partnership
  add column round   text check (length(round) between 1 and 200 and round ~ '[^[:space:]]'),
  add column run     int check (run > 0),
  add column made_on date,
  add check ((round is null) = (made_on is null)),
  add check (run is null or round is not null);
-- The day on which a member accepted the proposal.
alter table partnership_member add column agreed_on date;
-- Why these members: two lines of their profiles that met. The first offers what the second seeks, or both seek it.
create table partnership_match (
  id                     uuid primary key,
  partnership            uuid not null references partnership,
  position               int  not null check (position > 0),
  kind                   text not null check (kind in ('offer', 'shared')),
  one                    uuid not null references organisation,
  one_says               text not null,
  one_says_translations  jsonb not null default '{}',
  other                  uuid not null references organisation,
  other_says             text not null,
  other_says_translations jsonb not null default '{}',
  topic                  uuid references topic,
  unique (partnership, position),
  check (one <> other)
);
create trigger keep_history after insert or update or delete on partnership_match for each row execute function keep_history();
