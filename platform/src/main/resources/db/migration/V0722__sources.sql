-- What of a record was concluded and not read in a document: its year from the days of two visits, its parties from its pair.
create table conclusion (
  id          uuid primary key,
  record_kind text not null,
  record_code text not null,
  about       text not null check (about in ('date', 'place', 'parties', 'mode', 'relation', 'figure')),
  note        text not null check (length(note) between 1 and 500 and note ~ '[^[:space:]]'),
  unique (record_kind, record_code, about)
);
create trigger keep_history after insert or update or delete on conclusion for each row execute function keep_history();

create view conclusion_brief as
select record_kind, record_code, about, note from conclusion;
comment on view conclusion_brief is 'What of a record no document states and somebody concluded; how is for those who work on records';
