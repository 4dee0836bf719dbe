create view reference_brief as
select r.record_kind, r.record_code, d.code as document, d.title, r.locator, r.position, d.position as document_position
  from reference r
  join document d on d.id = r.document;
comment on view reference_brief is 'The passages of documents that a record rests on';

create view competing_reading as
select s.record_kind, s.record_code, q.code as question, q.subject, r.letter, r.statement, r.value, r.chosen
  from question q
  join question_record s on s.question = q.id
  join reading r on r.question = q.id;
comment on view competing_reading is 'What documents say differently of a record; the reading that a person chose among them is followed';

create view reading_record as
select p.record_kind, p.record_code, q.code as question, r.letter
  from reading r
  join question q on q.id = r.question
  join reading_reference f on f.reading = r.id
  join reference p on p.document = f.document and p.locator = f.locator;
comment on view reading_record is 'The records that rest on a passage on which a reading rests';
