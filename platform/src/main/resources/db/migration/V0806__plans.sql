-- Others leave out what nobody knows to have been agreed, without a word of the states of this floor.
create or replace view agreement_brief as
select id, code, programme, partnership, title, title_translations, status, from_on, to_on, precision, status = 'unclear' as unclear
  from agreement;
