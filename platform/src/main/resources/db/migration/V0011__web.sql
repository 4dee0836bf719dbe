-- What somebody typed into a form and has not sent, for nobody but them; form is the address it would be sent to.
create table form_draft (
  account uuid        not null,
  form    text        not null check (length(form) between 1 and 400 and left(form, 1) = '/'),
  page    text        not null check (length(page) between 1 and 1000 and left(page, 1) = '/'),
  title   text        not null check (length(title) between 1 and 200),
  fields  text        not null check (length(fields) between 2 and 200000),
  at      timestamptz not null default now(),
  primary key (account, form)
);
create index form_draft_at on form_draft (at);
