-- What can be found: one row a record, written by its module; every node carries the rows into an index of its own.
create table search_document (
  kind       text        not null check (kind ~ '^[a-z-]+$'),
  code       record_code not null,
  url        text        not null,
  title      jsonb       not null,                        -- {"en": "…", "ko": "…"}
  text       jsonb       not null default '{}',
  aliases    text[]      not null default '{}',           -- other names of the record itself, in any script
  related    text[]      not null default '{}',           -- names of records it belongs with
  published  boolean     not null,
  permission text        not null,                        -- who finds it while it is not published
  scopes     text[]      not null default '{}',           -- where that permission may be held: programme:<id> …
  removed    boolean     not null default false,
  written_in xid8        not null default pg_current_xact_id(),
  primary key (kind, code)
);
create index search_document_written_in on search_document (written_in);

-- Tells an index that it was made from another database.
create table search_origin (id uuid not null);
insert into search_origin values (gen_random_uuid());

-- A text with its translations, as search documents hold them: the original is English.
create function search_text(original text, translations jsonb) returns jsonb
  language sql immutable parallel safe
  return jsonb_strip_nulls(jsonb_build_object('en', original)
      || coalesce((select jsonb_object_agg(key, value ->> 'text') from jsonb_each(translations)), '{}'));
