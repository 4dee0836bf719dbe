-- What is the same in all rows of a sheet is said once, by field; a row that has several columns of one kind makes several records.
alter table sheet_import add column said jsonb not null default '{}';
alter table sheet_row add column part int not null default 1 check (part > 0);
alter table sheet_row drop constraint sheet_row_pkey, add primary key (sheet_import, position, part);
drop index sheet_row_state;
create index sheet_row_state on sheet_row (sheet_import, state, position, part);
alter table sheet_row drop constraint sheet_row_state_check,
  add check (state in ('new', 'changed', 'same', 'doubtful', 'faulty', 'skipped', 'aside'));
