-- The tables refuse what the records refuse: words that are none. Rows that are there stay as they are.
alter table engagement
  add constraint engagement_title check (title ~ '[^[:space:]]') not valid,
  add constraint engagement_account check (account ~ '[^[:space:]]') not valid;
alter table engagement_step
  add constraint engagement_step_statement check (statement ~ '[^[:space:]]') not valid,
  add column statement_translations jsonb not null default '{}';

-- Whoever offered something, or whose turn it is, works on it too.
create or replace view engagement_seen_by as
select e.id, e.public and e.state not in ('planned', 'called-off') as everyone, 'ENGAGEMENT_READ' as permission,
       array_remove(array['city:' || e.initiator, 'city:' || e.addressee], null)
         || array(select 'city:' || s.organisation from engagement_step s where s.engagement = e.id and s.organisation is not null)
         || case when e.kind = 'support-request' and e.addressee is null
              then array(select 'city:' || m.organisation from member_brief m) else '{}' end as scopes
  from engagement e;
