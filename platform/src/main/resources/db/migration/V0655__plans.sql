-- Templates of action plans, to which a network adds: what a plan is called, and the steps by which it is made.
create table plan_template (
  id                uuid primary key,
  code              record_code not null unique,
  name              text not null check (length(name) between 1 and 200 and name ~ '[^[:space:]]'),
  name_translations jsonb not null default '{}',
  abbreviation      text check (length(abbreviation) between 1 and 40),
  programme         uuid references programme,        -- whose partnerships make such plans; empty for all
  position          int not null,
  retired           boolean not null default false,   -- stays on what was recorded, and is offered no more
  note              text,
  version           int not null default 0
);
create table plan_template_step (
  id                uuid primary key,
  template          uuid not null references plan_template on delete cascade,
  position          int not null,
  step              text not null check (length(step) between 1 and 300 and step ~ '[^[:space:]]'),
  step_translations jsonb not null default '{}',
  guidance          text check (length(guidance) between 1 and 2000),
  guidance_translations jsonb not null default '{}',
  note              text,
  version           int not null default 0,
  unique (template, position)
);
create trigger keep_history after insert or update or delete on plan_template for each row execute function keep_history();
create trigger keep_history after insert or update or delete on plan_template_step for each row execute function keep_history();

-- Until now the steps of plans stood among the methods of programmes, and an action named its plan by a word.
insert into plan_template (id, code, name, name_translations, abbreviation, programme, position)
select gen_random_uuid(), m.method, left(m.method_name, 200), m.method_name_translations, i.word, m.programme,
       row_number() over (order by m.method)
  from (select distinct on (method) method, method_name, method_name_translations, programme from method_step
         where kind = 'plan-step' order by method, position) m
  left join (select distinct on (lower(plan_name)) plan_name as word from plan_item order by lower(plan_name), plan_name) i
    on lower(i.word) = lower(m.method);
insert into plan_template_step (id, template, position, step, step_translations, note)
select s.id, t.id, row_number() over (partition by t.id order by s.position), left(s.step, 300), s.step_translations, s.note
  from method_step s join plan_template t on t.code = s.method
 where s.kind = 'plan-step';
delete from method_step where kind = 'plan-step';
update reference set record_kind = 'plan-step'
 where record_kind = 'step' and split_part(record_code, '/', 1) in (select code from plan_template);

insert into plan_template (id, code, name, abbreviation, programme, position)
select gen_random_uuid(), w.code, left(w.word, 200), left(w.word, 40),
       case when w.programmes = 1 then w.programme end, (select count(*) from plan_template) + row_number() over (order by w.code)
  from (select code, min(plan_name) as word, count(distinct programme) as programmes, min(programme::text)::uuid as programme
          from (select plan_name, programme,
                       left(coalesce(nullif(trim(both '-' from regexp_replace(lower(plan_name), '[^a-z0-9]+', '-', 'g')), ''),
                                     'plan-' || left(md5(plan_name), 6)), 80) as code
                  from plan_item where plan_name ~ '[^[:space:]]') named
         group by code) w
 where not exists (select from plan_template t where t.code = w.code);

alter table plan_item add column template uuid references plan_template on delete set null;
update plan_item i set template = t.id
  from plan_template t
 where i.plan_name ~ '[^[:space:]]'
   and t.code = left(coalesce(nullif(trim(both '-' from regexp_replace(lower(i.plan_name), '[^a-z0-9]+', '-', 'g')), ''),
                              'plan-' || left(md5(i.plan_name), 6)), 80);
create index plan_item_template on plan_item (template);

drop view plan_item_brief;
create view plan_item_brief as
select id, code, programme, partnership, template, kind, statement, statement_translations, status, position from plan_item;
comment on view plan_item_brief is 'An action as it is drawn on the line of its partnership.';

alter table plan_item drop column plan_name;
