create or replace view network_figure_brief as
select id, programme, subject, measure, low, high, qualifier, unit, chosen, position, code, from_on, to_on, precision, area, question, note
  from network_figure;

create view milestone_brief as
select id, code, programme, from_on, to_on, precision, title, title_translations, description
  from milestone;
comment on view milestone_brief is 'What happened in a programme or the network that was no activity';
