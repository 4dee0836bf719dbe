insert into quotation (id, code, words, words_translations, speaker, office, organisation, venue, from_on, to_on, precision, consent, given_on)
select gen_random_uuid(), 'example-quotation', 'An example of what somebody said.',
       '{"ko": {"text": "누군가 한 말의 예입니다.", "origin": "person"}, "original": {"language": "en"}}', 'Mona Example', 'Mayor', id,
       'An example of a congress', '2024-05-01', '2024-05-01', 'day', 'given', '2024-05-02'
  from organisation where code = 'busan'
    on conflict (code) do nothing
-- secret: quotation found by FOCAL_POINT_BUSAN at /quotations
insert into quotation (id, code, words, words_translations, speaker, office, organisation, venue, from_on, to_on, precision, consent)
select gen_random_uuid(), 'zqcquotation', '{quotation}', '{"ko": {"text": "{quotation}", "origin": "person"}}', '{quotation}',
       '{quotation}', id, '{quotation}', '1931-05-01', '1931-05-01', 'day', 'asked'
  from organisation where code = 'busan'
