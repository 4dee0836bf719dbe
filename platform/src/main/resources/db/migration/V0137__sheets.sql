-- The document that a sheet is, by its code; and fields that a row gives although another document says otherwise.
alter table sheet_import add column source text check (length(source) between 1 and 80);
alter table sheet_row add column taken text[] not null default '{}';
