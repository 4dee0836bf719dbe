-- A text with its translations, as search documents hold them: each language by its tag, the original by the language it was
-- written in, "und" where nobody said.
create or replace function search_text(original text, translations jsonb) returns jsonb
  language sql immutable parallel safe
  return jsonb_strip_nulls(
      coalesce((select jsonb_object_agg(key, value ->> 'text') from jsonb_each(translations) where key <> 'original'), '{}')
      || jsonb_build_object(coalesce(translations #>> '{original,language}', 'und'), original));
