-- Words of named people, with what they said of their use.
create table quotation (
  id           uuid primary key,
  code         record_code not null unique,
  words        text not null check (length(words) between 1 and 1000 and words ~ '[^[:space:]]'),
  words_translations jsonb not null default '{}',
  speaker      text not null check (length(speaker) between 1 and 200 and speaker ~ '[^[:space:]]'),
  office       text check (length(office) between 1 and 200 and office ~ '[^[:space:]]'),   -- held on that day
  organisation uuid references organisation,                                                -- for which the person spoke
  venue        text check (length(venue) between 1 and 200 and venue ~ '[^[:space:]]'),     -- where it was said or written
  from_on      date,
  to_on        date,
  precision    date_precision not null default 'none',
  consent      text not null check (consent in ('asked', 'given', 'refused')),
  given_on     date,
  version      int not null default 0,
  check ((consent = 'given') = (given_on is not null)),
  check ((from_on is null) = (precision = 'none')),
  check ((from_on is null) = (to_on is null)),
  check (from_on <= to_on)
);
create index quotation_of on quotation (organisation);
create trigger keep_history after insert or update or delete on quotation for each row execute function keep_history();
create trigger raise_version before update on quotation for each row execute function raise_version();

create view quotation_seen_by as
select q.id, q.consent = 'given' as everyone, 'QUOTATION_EDIT' as permission,
       array_remove(array['city:' || q.organisation], null) as scopes
  from quotation q;
comment on view quotation_seen_by is 'Everyone sees what may be printed; the rest whoever keeps what was said for the city or the network';
