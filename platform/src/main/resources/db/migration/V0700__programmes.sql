-- What a programme says once and shows wherever it is named: when and where cities apply, what it may spend and under which contract,
-- who answers for it, and how its papers name whoever pays.
alter table programme
  add column call_opens_on         date,
  add column call_opens_precision  date_precision not null default 'none',
  add column call_closes_on        date,
  add column call_closes_precision date_precision not null default 'none',
  add column call_at               text check (length(call_at) <= 300),
  add column contract_number       text check (length(contract_number) <= 80),
  add column budget_low            numeric check (budget_low >= 0),
  add column budget_high           numeric check (budget_high >= budget_low),
  add column budget_qualifier      qualifier,
  add column budget_currency       text check (budget_currency ~ '^[A-Z]{3}$'),
  add column contact_post          text check (length(contact_post) <= 200),
  add column contact_mail          text check (length(contact_mail) <= 254),
  add column emblem                text,                     -- its address, of whoever pays
  add column funding_line          text check (length(funding_line) <= 500),
  add column funding_line_translations jsonb not null default '{}',
  add column disclaimer            text check (length(disclaimer) <= 1000),
  add column disclaimer_translations jsonb not null default '{}',
  add check ((call_opens_on is null) = (call_opens_precision = 'none')),
  add check ((call_closes_on is null) = (call_closes_precision = 'none')),
  add check (call_opens_precision <> 'period' and call_closes_precision <> 'period'),
  add check (call_opens_on <= call_closes_on),
  add check (num_nulls(budget_low, budget_qualifier, budget_currency) in (0, 3)),
  add check ((budget_qualifier is not distinct from 'range') = (budget_high is not null));

-- Themes and objectives are shown in the order in which people put them; the number by which documents name one stays.
alter table programme_theme add column place int;
update programme_theme t set place = o.place
  from (select id, row_number() over (partition by programme order by reading, position) as place from programme_theme) o where o.id = t.id;
alter table programme_theme alter column place set not null;
alter table programme_objective add column place int;
update programme_objective set place = position;
alter table programme_objective alter column place set not null;

create or replace view programme_brief as
select id, code, name, name_translations, abbreviation, kind, parent, from_on, published, predecessor
  from programme;

-- A body that works for a part of the programme only is named with that part.
create or replace view programme_body_brief as
select programme, role, name, position, note, organisation,
       name || case when role in ('managing', 'implementing') and note <> name then ' (' || rtrim(note, '.') || ')' else '' end as named
  from programme_body;

create or replace view programme_portrait as
select id, code, name, name_translations, abbreviation, kind, parent, description, description_translations, scope, forms,
       from_on, from_precision, to_on, to_precision, cities_total, regions_total, note, published,
       predecessor, call_opens_on, call_opens_precision, call_closes_on, call_closes_precision, call_at, contract_number,
       budget_low, budget_high, budget_qualifier, budget_currency, contact_post, contact_mail,
       emblem, funding_line, funding_line_translations, disclaimer, disclaimer_translations
  from programme;

-- Each theme once, also where two lists differ in large and small letters; what cuts across all of them is no theme.
create or replace view programme_theme_shown as
select distinct on (programme, lower(label)) programme, label, label_translations, role, place as position
  from programme_theme
 where chosen and role <> 'cross-cutting'
 order by programme, lower(label), place;

create view programme_objective_brief as
select programme, kind, statement, statement_translations, position, place
  from programme_objective;
comment on view programme_objective_brief is 'What a programme is for, its rules and principles, and what its cities commit to';

create view programme_theme_brief as
select programme, reading, chosen, label, label_translations, role, note, position, place
  from programme_theme;
comment on view programme_theme_brief is 'The themes of a programme as each list words them, with what is known of it';

create view method_step_brief as
select method, method_name, method_name_translations, programme, position, step, step_translations, kind, note
  from method_step;
comment on view method_step_brief is 'The ordered steps by which a programme or the network works';
