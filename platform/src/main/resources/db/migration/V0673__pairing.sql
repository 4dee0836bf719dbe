-- A published round knows since when, and who published it: as the trail of acts says where it was published before.
alter table pairing_round
  add column published_at timestamptz,
  add column published_by uuid references account;
update pairing_round r
   set published_at = coalesce((select max(a.happened_at) from audit_act a
                                 where a.act = 'pairing.published' and a.subject_key = r.id::text), r.made_at),
       published_by = (select c.id from audit_act a join account c on c.id = a.actor
                        where a.act = 'pairing.published' and a.subject_key = r.id::text
                        order by a.happened_at desc limit 1)
 where state = 'published';
alter table pairing_round
  add check ((state = 'published') = (published_at is not null)),
  add check (published_by is null or published_at is not null);
