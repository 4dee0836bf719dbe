-- What changed and is not yet found as it now is. A change notes its row in its own transaction, by the keys in it; whoever keeps the
-- index takes the notes, asks each source which documents they touch, and takes those in the transaction that writes the documents.
create table search_change (
  id         bigint generated always as identity primary key,
  table_name text   not null,
  keys       jsonb  not null                              -- its id, its code and whatever it points to
);
create table search_due (
  kind text not null,
  code text not null,                                     -- * where all of the kind are to be read
  primary key (kind, code)
);

create function search_keys(changed jsonb) returns jsonb
  language sql immutable parallel safe
  return (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(changed)
           where key = 'code' or jsonb_typeof(value) = 'string'
             and value #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$');

create function note_search_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    insert into search_change (table_name, keys)
    select distinct tg_table_name, search_keys(changed.item)
      from ((select to_jsonb(n) as item from now_rows n except select to_jsonb(b) from before_rows b)
            union all
            (select to_jsonb(b) from before_rows b except select to_jsonb(n) from now_rows n)) changed;
  elsif tg_op = 'INSERT' then
    insert into search_change (table_name, keys) select distinct tg_table_name, search_keys(to_jsonb(n)) from now_rows n;
  else
    insert into search_change (table_name, keys) select distinct tg_table_name, search_keys(to_jsonb(b)) from before_rows b;
  end if;
  return null;
end $$;

-- Lets the changes of a table be noted from now on; nothing where they are already.
create function search_follows(followed regclass) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('search_follows'));
  if not exists (select from pg_trigger where tgrelid = followed and tgname = 'search_inserted') then
    execute format('create trigger search_inserted after insert on %s referencing new table as now_rows
                      for each statement execute function note_search_change()', followed);
    execute format('create trigger search_updated after update on %s referencing old table as before_rows new table as now_rows
                      for each statement execute function note_search_change()', followed);
    execute format('create trigger search_deleted after delete on %s referencing old table as before_rows
                      for each statement execute function note_search_change()', followed);
  end if;
end $$;
