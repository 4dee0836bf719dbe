-- What the program in which a sheet was made does not show: numbers of rows, and of columns from 0.
alter table sheet_import
  add hidden_rows    int[] not null default '{}',
  add hidden_columns int[] not null default '{}';
