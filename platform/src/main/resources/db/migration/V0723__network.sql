-- A figure is shown with when it was so, and with what it rests on.
create or replace view network_figure_brief as
select id, programme, subject, measure, low, high, qualifier, unit, chosen, position, code, from_on, to_on, precision
  from network_figure;
