-- Who was told of a change of a record, of what and when. A name stays with the account and an address with the letter, so that both
-- are forgotten with their person.
create table notice (
  id           uuid        primary key,
  subject_kind text        not null,
  subject_key  text        not null,
  words        text        not null check (words ~ '^[a-z]+(\.[a-z-]+)+$'),   -- key of what was said
  account      uuid        not null,
  letter       uuid        references mail_message on delete set null,
  told_at      timestamptz not null
);
create index notice_of on notice (subject_kind, subject_key, told_at);
create index notice_letter on notice (letter);

create view notice_brief as
select n.subject_kind, n.subject_key, n.words, n.account, n.told_at, m.state
  from notice n left join mail_message m on m.id = n.letter;
comment on view notice_brief is 'Who was told what of a record; the state of the letter is null once the letter was forgotten.';

-- A date comes along in the form that calendars read.
alter table mail_message
  add calendar        text,
  add calendar_method text check (calendar_method in ('PUBLISH', 'CANCEL')),
  add check ((calendar is null) = (calendar_method is null));
