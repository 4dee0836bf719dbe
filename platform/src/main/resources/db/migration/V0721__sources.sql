-- When a document was written stands beside what it says.
create or replace view reference_brief as
select r.record_kind, r.record_code, d.code as document, d.title, r.locator, r.position, d.position as document_position,
       d.from_on as document_on
  from reference r
  join document d on d.id = r.document;
