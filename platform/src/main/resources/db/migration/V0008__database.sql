-- What an import changes rises in version, so that a form that was opened before is told so. People's deeds say by themselves
-- which version they change. What a table computes (the trigger's arguments) is not known yet when it is asked.
create function raise_version() returns trigger language plpgsql as $$
begin
  if current_setting('interurban.importing', true) = 'yes' and new.version = old.version
     and to_jsonb(new) - coalesce(tg_argv, array[]::text[]) is distinct from to_jsonb(old) - coalesce(tg_argv, array[]::text[]) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
