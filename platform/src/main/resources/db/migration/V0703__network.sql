create view network_figure_record as
select id, code, programme, measure, low, high, qualifier, unit, from_on, to_on, precision, area, note, question, chosen, position
  from network_figure;
comment on view network_figure_record is 'All that is on record of a figure, as the page of what it counts tells it';

create view milestone_brief as
select id, code, programme, from_on, to_on, precision, title, title_translations, description
  from milestone;
comment on view milestone_brief is 'What happened in a programme or the network that was no activity';
