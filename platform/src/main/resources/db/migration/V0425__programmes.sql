-- An end of a programme is one day with how exactly it is known: of a period nobody could tell which end it is.
update programme set from_precision = 'month' where from_precision = 'period';
update programme set to_precision = 'month' where to_precision = 'period';
alter table programme add check (from_precision <> 'period' and to_precision <> 'period');
