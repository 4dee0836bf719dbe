create table document (
  id          uuid primary key,
  code        record_code not null unique,
  title       text not null,
  kind        text not null,
  publisher   text,
  from_on     date,
  to_on       date,
  precision   date_precision not null default 'none',
  note        text,
  position    int not null
);

-- Which passage a recorded fact rests on. record_kind names the table's subject: city, programme, activity …
create table reference (
  id           uuid primary key,
  record_kind  text not null,
  record_code  text not null,
  document     uuid not null references document,
  locator      text not null,
  position     int  not null,
  unique (record_kind, record_code, document, locator)
);
create index reference_record on reference (record_kind, record_code, position);

-- Where documents, or passages of one, disagree about one aspect of some records.
create table question (
  id           uuid primary key,
  code         record_code not null unique,
  subject      text not null,
  kind         text not null,
  extent       text not null check (extent in ('between-documents', 'within-one-document', 'both')),
  aspect       text,
  treatment    text not null,
  version      int  not null default 0
);
create table question_record (
  question     uuid not null references question,
  record_kind  text not null,
  record_code  text not null,
  primary key (question, record_kind, record_code)
);
create index question_record_of on question_record (record_kind, record_code);
create table reading (
  id         uuid primary key,
  question   uuid not null references question,
  letter     text not null check (letter in ('a', 'b', 'c', 'd')),
  statement  text not null,
  value      text,                                        -- as the record's attribute would hold it, e.g. 2023-02|month
  chosen     boolean not null default false,             -- none is where both stand
  reason     text,
  unique (question, letter)
);
create unique index reading_chosen on reading (question) where chosen;
create table reading_reference (
  reading   uuid not null references reading,
  document  uuid not null references document,
  locator   text not null,
  primary key (reading, document, locator)
);
create trigger keep_history after insert or update or delete on document for each row execute function keep_history();
create trigger keep_history after insert or update or delete on question for each row execute function keep_history();
create trigger keep_history after insert or update or delete on reading for each row execute function keep_history();
