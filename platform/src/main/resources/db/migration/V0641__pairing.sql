-- Who was shown what by a round that is no draft any more: each city of the pairs that it proposes.
create view pairing_shown as
select distinct r.id as round, r.name, r.programme, r.state, r.made_at, o.id as organisation
  from pairing_round r
  join pairing_run n on n.id = r.run
  join lateral jsonb_to_recordset(n.result -> 'pairs') as pair(a text, b text) on true
  join organisation o on o.code in (pair.a, pair.b);
