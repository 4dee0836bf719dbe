create view agreement_brief as
select id, code, programme, partnership, title, title_translations, status, from_on, to_on, precision from agreement;
comment on view agreement_brief is 'What an agreement is called, whose it is, how far it has come and of when it is';
