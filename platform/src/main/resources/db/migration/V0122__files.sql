-- Pictures that people gave and that pages show: a logo, an emblem. The place says whose: network/logo, programmes/CODE/emblem.
create table kept_picture (
  place   text        primary key check (place ~ '^[a-z]+(/[A-Za-z0-9][A-Za-z0-9._-]*){1,3}$' and length(place) <= 200),
  type    text        not null check (type in ('image/png', 'image/svg+xml')),
  content bytea       not null check (length(content) between 1 and 500000),
  digest  text        not null check (digest ~ '^[0-9a-f]{16}$'),
  at      timestamptz not null default now()
);
