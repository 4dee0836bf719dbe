-- Two records of one thing become one: whatever names the one by a foreign key names the other. The catalogue knows all such columns, so
-- that one which is added later is among them.
create function references_to(referred regclass)
  returns table (referring regclass, naming name, named name)
  language sql stable as $$
  select k.conrelid::regclass, a.attname, b.attname
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
   where k.contype = 'f' and k.confrelid = referred and k.conparentid = 0
   order by 1, 2
$$;

-- The tables whose rows could not be moved, since the record that stays has the same there already.
create function move_references(referred regclass, gone uuid, kept uuid, besides text[])
  returns setof text
  language plpgsql as $$
declare
  one record;
begin
  for one in select * from references_to(referred) where referring::text <> all (besides) loop
    begin
      execute format('update %1$s set %2$I = (select %3$I from %4$s where id = $1) where %2$I = (select %3$I from %4$s where id = $2)',
                     one.referring, one.naming, one.named, referred) using kept, gone;
    exception when unique_violation or check_violation or exclusion_violation then
      return next one.referring::text;
    end;
  end loop;
end
$$;
