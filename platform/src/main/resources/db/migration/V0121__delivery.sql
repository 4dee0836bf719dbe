-- Whether a letter came back is for its module to say.
create or replace view notice_brief as
select n.subject_kind, n.subject_key, n.words, n.account, n.told_at, m.state, m.state = 'failed' as undelivered
  from notice n left join mail_message m on m.id = n.letter;
