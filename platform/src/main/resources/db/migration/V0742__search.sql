-- Whoever keeps a copy has to learn of what is not for everyone any more as well: that it was, and since when it is not.
alter table search_document add column was_public boolean not null default false;

create function note_withdrawal() returns trigger language plpgsql as $$
declare
  before boolean := old.published and not old.removed;
  now_public boolean := new.published and not new.removed;
begin
  new.was_public := old.was_public or before;
  if before and not now_public then
    new.changed_at := now();
  elsif not before and not now_public then
    new.changed_at := old.changed_at; -- what becomes of it since is nobody's
  end if;
  return new;
end $$;
create trigger note_withdrawal before update on search_document for each row execute function note_withdrawal();
