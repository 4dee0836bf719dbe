-- Whose answer is awaited, and until when.
create or replace view pairing_answer_awaited as
select p.round, p.name, p.state, p.organisation, p.partner, p.answers_by
  from pairing_paired p
 where p.state = 'proposed'
   and not exists (select from pairing_answer w
                    where w.round = p.round and w.organisation = p.organisation and w.partner = p.partner and w.rank is null);
