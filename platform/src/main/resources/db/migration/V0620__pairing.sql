-- Where each round stands, for those who list what waits; who may see it says pairing_round_seen_by.
create view pairing_round_brief as
select id, programme, name, state from pairing_round;

-- What is asked of cities: of each proposed pair, the body that has not said yet what it thinks of its partner.
create view pairing_answer_awaited as
select r.id as round, r.name, r.state, o.id as organisation, partner.id as partner
  from pairing_round r
  join pairing_run n on n.id = r.run
  join lateral jsonb_to_recordset(n.result -> 'pairs') as pair(a text, b text) on true
  join organisation o on o.code in (pair.a, pair.b)
  join organisation partner on partner.code in (pair.a, pair.b) and partner.id <> o.id
 where r.state = 'proposed'
   and not exists (select from pairing_answer w
                    where w.round = r.id and w.organisation = o.id and w.partner = partner.id and w.rank is null);
