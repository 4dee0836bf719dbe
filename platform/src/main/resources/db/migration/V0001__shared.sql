-- The past of every row: what it was before each change, when, and by whom (the account set for the transaction).
create table row_history (
  id          bigint generated always as identity primary key,
  table_name  text        not null,
  row_key     text        not null,
  operation   text        not null check (operation in ('INSERT', 'UPDATE', 'DELETE')),
  before      jsonb,
  changed_at  timestamptz not null default now(),
  changed_by  text
);
create index row_history_row on row_history (table_name, row_key, id);

-- An insert needs no copy: the row itself is there. An update that changes nothing leaves no trace.
create function keep_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into row_history (table_name, row_key, operation, changed_by)
    values (tg_table_name, coalesce(to_jsonb(new) ->> 'id', to_jsonb(new) ->> 'code'), tg_op,
            nullif(current_setting('interurban.actor', true), ''));
    return new;
  elsif tg_op = 'UPDATE' then
    if old is distinct from new then
      insert into row_history (table_name, row_key, operation, before, changed_by)
      values (tg_table_name, coalesce(to_jsonb(old) ->> 'id', to_jsonb(old) ->> 'code'), tg_op, to_jsonb(old),
              nullif(current_setting('interurban.actor', true), ''));
    end if;
    return new;
  else
    insert into row_history (table_name, row_key, operation, before, changed_by)
    values (tg_table_name, coalesce(to_jsonb(old) ->> 'id', to_jsonb(old) ->> 'code'), tg_op, to_jsonb(old),
            nullif(current_setting('interurban.actor', true), ''));
    return old;
  end if;
end $$;

-- A text in the reader's language, else as it was written. Translations: {"ko": {"text": "…", "origin": "person"}}.
create function in_language(original text, translations jsonb, language text) returns text
  language sql immutable parallel safe
  return coalesce(translations -> language ->> 'text', original);

-- The translations with one of them replaced; an empty wording takes it away.
create function with_translation(translations jsonb, language text, wording text) returns jsonb
  language sql immutable parallel safe
  return case when nullif(wording, '') is null then translations - language
              else translations || jsonb_build_object(language, jsonb_build_object('text', wording, 'origin', 'person')) end;

-- How exactly a date or period is known, and how a quantity was stated.
create domain date_precision as text check (value in ('day', 'month', 'year', 'period', 'none'));
create domain qualifier as text check (value in ('exact', 'at-least', 'more-than', 'about', 'range'));
create domain country_code as text check (value ~ '^[A-Z]{2}$');
create domain record_code as text check (value ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$');
create domain language_tag as text check (value ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
