-- A text of people as one value: how it was written, in which language, and its translations with who made them and from which
-- wording. The columns stay two, so that lists read and sort the text itself; the language of the original lies beside the
-- translations: {"original": {"language": "en"}, "ko": {"text": "…", "origin": "person", "of": "1f3a"}}.
create function localized(original text, translations jsonb) returns jsonb
  language sql immutable parallel safe
  return case when original is not null then
    jsonb_build_object('original', original, 'language', translations #>> '{original,language}',
                       'translations', translations - 'original') end;

create function original_of(localized jsonb) returns text
  language sql immutable parallel safe
  return localized ->> 'original';

create function translations_of(localized jsonb) returns jsonb
  language sql immutable parallel safe
  return coalesce(localized -> 'translations', '{}')
         || case when localized ->> 'language' is null then '{}'
                 else jsonb_build_object('original', jsonb_build_object('language', localized ->> 'language')) end;

-- The language in which a reader sees the text: theirs, else that of the original, else unknown.
create function language_shown(translations jsonb, language text) returns text
  language sql immutable parallel safe
  return case when translations -> language is not null then language else translations #>> '{original,language}' end;
