-- A form that was carried out, by the number it carried: sent again, it leads to what it made.
create table form_sent (
  account uuid        not null,
  number  uuid        not null,
  form    text        not null,             -- the address it was sent to
  made    text,                             -- the address it led to, null only while its transaction runs
  at      timestamptz not null default now(),
  primary key (account, number, form)
);
create index form_sent_at on form_sent (at);

-- The last number that was given to a record of a table within a frame: the actions of one partnership, cities of one name.
create table code_given (
  kind  text not null,
  frame text not null,
  last  int  not null check (last > 0),
  primary key (kind, frame)
);
