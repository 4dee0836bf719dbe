-- What a notice was of, beside its record: whose answer somebody was told of.
alter table notice add column detail text check (length(detail) between 1 and 1000);

create or replace view notice_brief as
select n.subject_kind, n.subject_key, n.words, n.account, n.told_at, m.state, m.state = 'failed' as undelivered, n.detail
  from notice n left join mail_message m on m.id = n.letter;
