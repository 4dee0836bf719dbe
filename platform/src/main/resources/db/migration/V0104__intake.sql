-- A sheet on its way in: uploaded, its columns chosen, its rows reviewed, imported, perhaps taken back.
create table sheet_import (
  id            uuid        primary key,
  target        text        not null,
  file_name     text        not null check (length(file_name) between 1 and 200),
  content       bytea,                                    -- only until the rows are imported
  charset       text,                                     -- of a text file
  worksheets    text[]      not null,
  worksheet     int         not null,
  header_row    int         not null check (header_row > 0),
  columns       jsonb       not null default '{}',        -- {"name": 0, "country": 2}
  stage         text        not null check (stage in ('columns', 'rows', 'imported', 'undone', 'discarded')),
  job           uuid,                                     -- the work under way on a large sheet
  trouble       jsonb       not null default '[]',        -- what stood in the way of the last step
  uploaded_at   timestamptz not null,
  uploaded_by   uuid,
  imported_at   timestamptz,
  undone_at     timestamptz
);
create index sheet_import_uploaded on sheet_import (uploaded_at desc);
create table sheet_row (
  sheet_import uuid    not null references sheet_import on delete cascade,
  position     int     not null,                          -- as spreadsheet programs count
  cells        text[]  not null,
  mended       jsonb   not null default '{}',             -- cells put right here, by field
  decision     text,                                      -- skip, create, or the key of the record that is meant
  state        text    check (state in ('new', 'changed', 'same', 'doubtful', 'faulty', 'skipped')),
  judgement    jsonb,
  record       text,                                      -- what the row became
  before       jsonb,                                     -- its values before; null where it was made new
  after        jsonb,
  primary key (sheet_import, position)
);
create index sheet_row_state on sheet_row (sheet_import, state, position);
-- Which columns were chosen the last time a sheet had these headings.
create table sheet_columns (
  target   text        not null,
  headings text        not null,                          -- digest of the headings
  columns  jsonb       not null,                          -- {"name": "city"}: field and folded heading
  used_at  timestamptz not null,
  primary key (target, headings)
);
