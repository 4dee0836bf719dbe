-- How many cells the heading row of a text file has; a row with more of them is no longer under its headings.
alter table sheet_import add column width int check (width > 0);
