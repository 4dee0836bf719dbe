create table taxonomy (
  id    uuid primary key,
  code  record_code not null unique,
  name  text not null,
  name_translations jsonb not null default '{}',
  programme text,                                        -- the programme it was made for; programmes lie on a higher floor
  note  text,
  position int not null
);
create table topic (
  id        uuid primary key,
  taxonomy  uuid not null references taxonomy,
  code      record_code not null,
  label     text not null check (length(label) between 1 and 300),
  label_translations jsonb not null default '{}',
  parent    uuid references topic,
  relevant  boolean,                                     -- marked relevant in its document; null where not said
  note      text,
  position  int not null,
  unique (taxonomy, code)
);
create index topic_parent on topic (parent);
create table crosswalk (
  from_topic uuid not null references topic,
  to_topic   uuid not null references topic,
  relation   text not null check (relation in ('exact', 'close', 'broad', 'narrow', 'related')),
  primary key (from_topic, to_topic)
);
create index crosswalk_to on crosswalk (to_topic);
create trigger keep_history after insert or update or delete on taxonomy for each row execute function keep_history();
create trigger keep_history after insert or update or delete on topic for each row execute function keep_history();
