-- Organisations that go by a word: in one of their names as written or folded, their code or their country. The pattern is one
-- of ilike; for the lists of this floor and those above.
create index organisation_name_written on organisation_name using gin (name gin_trgm_ops);
create index organisation_code_similar on organisation using gin (code gin_trgm_ops);
create function organisations_called(pattern text, reader_language text) returns setof uuid
  language sql stable parallel safe as $$
    select n.organisation from organisation_name n where n.name ilike pattern or n.folded ilike pattern
    union all
    select o.id from organisation o where o.code ilike pattern
    union all
    select o.id from organisation o join country c on c.code = o.country
     where c.name ilike pattern or in_language(c.name, c.name_translations, reader_language) ilike pattern
  $$;
