-- A form for a post shows what is known of its holder, whom other posts, accounts and merges change as well: its version is that of both.
alter table person add column version int not null default 0;

create function raise_version_of_person() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) is distinct from to_jsonb(old) then
    new.version := greatest(old.version, new.version) + 1;
  end if;
  return new;
end $$;
create trigger raise_version before update on person for each row execute function raise_version_of_person();
