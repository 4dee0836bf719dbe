-- Until when the cities are asked to answer, who asked and hears of it, and why pairs are confirmed though no city has agreed.
alter table pairing_round
  add column answers_by date,
  add column asked_by   uuid references account,
  add column unheard    text check (length(unheard) between 1 and 1000),
  add check (state <> 'draft' or (answers_by is null and asked_by is null)),
  add check (unheard is null or state in ('confirmed', 'published'));

create or replace view pairing_paired as
select r.id as round, r.name, r.programme, r.state, r.made_at, o.id as organisation, partner.id as partner, r.answers_by
  from pairing_round r
  join pairing_run n on n.id = r.run
  join lateral jsonb_to_recordset(n.result -> 'pairs') as pair(a text, b text) on true
  join organisation_brief o on o.code in (pair.a, pair.b)
  join organisation_brief partner on partner.code in (pair.a, pair.b) and partner.id <> o.id;
