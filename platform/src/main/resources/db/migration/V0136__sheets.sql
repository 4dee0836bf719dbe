-- What a person said that a cell means, for all rows of the sheet with the same cell, such as
-- [{"field": "country", "cell": "holland", "meant": "NL"}]; without a field which record such rows are about.
alter table sheet_import add column answers jsonb not null default '[]';
-- The same for the person's later sheets.
create table sheet_answer (
  account  uuid        not null,
  target   text        not null,
  field    text        not null,                          -- empty: which record it is
  cell     text        not null check (length(cell) between 1 and 200),
  meant    text        not null check (length(meant) between 1 and 4000),
  said_at  timestamptz not null,
  primary key (account, target, field, cell)
);
-- Fields of which the record keeps what it has, whatever the row says.
alter table sheet_row add column kept text[] not null default '{}';
