-- What somebody removed and may bring back for a while: the entries of the past of rows that the removal left, newest first.
create table removal (
  id         uuid        primary key,
  account    uuid        not null,
  at         timestamptz not null,
  permission text        not null,
  scopes     jsonb       not null,
  subject    jsonb       not null,
  back       text        not null check (length(back) between 1 and 1000 and left(back, 1) = '/'),
  changes    bigint[]    not null check (cardinality(changes) > 0),
  undone_at  timestamptz
);
create index removal_at on removal (at);
