-- A member belongs to a partnership out of a group of its programme. Until now that was a word: "eu", or "partner" for any other.
alter table partnership_member add column programme_group uuid references programme_group on delete set null;
update partnership_member m
   set programme_group = coalesce(
         (select g.id from partnership p join programme_group g on g.programme = p.programme and g.code = m.party
           where p.id = m.partnership),
         (select a.programme_group from partnership p join participant_brief a on a.programme = p.programme
           where p.id = m.partnership and a.organisation = m.organisation and a.programme_group is not null and a.group_code <> 'eu'
           order by a.cohort desc limit 1),
         (select g.id from partnership p join programme_group g on g.programme = p.programme
           where p.id = m.partnership and m.party <> 'eu' and g.code <> 'eu'
             and not exists (select from programme_group h where h.programme = p.programme and h.code <> 'eu' and h.id <> g.id)))
 where m.party is not null;
-- A programme of which nobody was said to take part has its groups from its partnerships.
with word as (
  select distinct p.programme, m.party as word,
         left(coalesce(nullif(trim(both '-' from regexp_replace(lower(m.party), '[^a-z0-9]+', '-', 'g')), ''), 'group'), 40) as code
    from partnership_member m join partnership p on p.id = m.partnership
   where m.party <> '' and m.programme_group is null),
known (code, name, elsewhere) as (values ('eu', 'European Union', 'ko=유럽연합'), ('partner', 'Partner cities', 'ko=협력 도시'))
insert into programme_group (id, programme, code, name, name_translations, position, colour)
select gen_random_uuid(), w.programme, w.code, coalesce(k.name, left(w.word, 100)),
       case when k.elsewhere is null then '{}'
            else jsonb_build_object('original', jsonb_build_object('language', 'en'),
                                    split_part(k.elsewhere, '=', 1),
                                    jsonb_build_object('text', split_part(k.elsewhere, '=', 2), 'origin', 'person')) end,
       (select coalesce(max(position), 0) from programme_group g where g.programme = w.programme)
         + row_number() over (partition by w.programme order by w.code <> 'eu', w.code),
       case when w.code = 'eu' then 'blue' else 'orange' end
  from (select programme, code, min(word) as word from word group by programme, code) w left join known k on k.code = w.code
    on conflict (programme, code) do nothing;
update partnership_member m
   set programme_group = (select g.id from partnership p join programme_group g on g.programme = p.programme
                           where p.id = m.partnership
                             and g.code = left(coalesce(nullif(trim(both '-' from regexp_replace(
                                   lower(m.party), '[^a-z0-9]+', '-', 'g')), ''), 'group'), 40))
 where m.party <> '' and m.programme_group is null;
create index partnership_member_group on partnership_member (programme_group);

drop view partnership_member_view;
create view partnership_member_view as
select m.partnership, m.organisation, m.side, m.programme_group, m.joined_on, m.left_on,
       -- of the group that stands first, or, where all are of one, the first of them
       not exists (select from partnership_member n join programme_group_brief h on h.id = n.programme_group
                    where n.partnership = m.partnership and h.position < g.position)
         and (m.side = 1 or exists (select from partnership_member n join programme_group_brief h on h.id = n.programme_group
                                     where n.partnership = m.partnership and h.position > g.position)) as above
  from partnership_member m left join programme_group_brief g on g.id = m.programme_group;
comment on view partnership_member_view is
  'Who belongs to a partnership, or belonged: left_on is null while it does; above a line stands what those host that are above';

alter table partnership_member drop column party;
