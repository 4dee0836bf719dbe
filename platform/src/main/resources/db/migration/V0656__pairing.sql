-- Who is paired with whom by a round's last run, once for either side; organisations through the view of their module.
create view pairing_paired as
select r.id as round, r.name, r.programme, r.state, r.made_at, o.id as organisation, partner.id as partner
  from pairing_round r
  join pairing_run n on n.id = r.run
  join lateral jsonb_to_recordset(n.result -> 'pairs') as pair(a text, b text) on true
  join organisation_brief o on o.code in (pair.a, pair.b)
  join organisation_brief partner on partner.code in (pair.a, pair.b) and partner.id <> o.id;

create or replace view pairing_shown as
select distinct round, name, programme, state, made_at, organisation from pairing_paired;
