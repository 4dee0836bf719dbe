-- The passages a record rests on, as the column "sources" of the platform's own files writes them.
create function cited(subject_kind text, subject_code text) returns text[]
  language sql stable parallel safe
  return array(select d.code || ' § ' || r.locator
                 from reference r join document d on d.id = r.document
                where r.record_kind = subject_kind and r.record_code = subject_code
                order by r.position, d.code, r.locator);
