-- What modules read of the past of rows.
create view row_change_view as
select id, table_name, row_key, operation, before, changed_at, changed_by from row_history;
comment on view row_change_view is 'Every change of a row, in their order; before is null where it was added.';
