-- Kinds of activity, to which a network adds. What drawings, counts and forms need to know of a kind stands in its row; none of
-- them reads its code or its name.
create table activity_kind (
  id                uuid primary key,
  code              record_code not null unique,
  name              text not null check (length(name) between 1 and 100),
  name_translations jsonb not null default '{}',
  position          int not null,
  nature            text not null check (nature in ('visit', 'tour', 'meeting', 'conference', 'fair', 'webinar', 'training',
                                                    'ceremony', 'other')),
  hosted            boolean not null,     -- one city hosts, another comes
  contact           boolean not null,     -- partners who do this are in touch
  online            boolean not null,     -- usually held online
  launch            boolean not null,     -- opens what follows
  every_line        boolean not null,     -- of a whole programme, a step of each of its lines
  retired           boolean not null default false,
  version           int not null default 0
);
create trigger keep_history after insert or update or delete on activity_kind for each row execute function keep_history();

insert into activity_kind (id, code, name, name_translations, position, nature, hosted, contact, online, launch, every_line)
select gen_random_uuid(), code, name,
       jsonb_build_object('original', jsonb_build_object('language', 'en'),
                          'ko', jsonb_build_object('text', korean, 'origin', 'person')),
       position, nature, hosted, contact, online, launch, every_line
  from (values
  ('study-visit', 'Study visit', '연수 방문', 1, 'visit', true, true, false, false, false),
  ('bilateral-meeting', 'Bilateral meeting', '양자 회의', 2, 'meeting', false, true, false, false, true),
  ('kick-off-meeting', 'Kick-off meeting', '착수 회의', 3, 'meeting', false, true, false, true, true),
  ('progress-meeting', 'Progress meeting', '진행 점검 회의', 4, 'meeting', false, true, false, false, true),
  ('quarterly-meeting', 'Quarterly meeting with the funder', '분기 회의', 5, 'meeting', false, false, false, false, true),
  ('working-meeting', 'Working meeting', '실무 회의', 6, 'meeting', false, true, false, false, true),
  ('joint-meeting', 'Joint meeting', '합동 회의', 7, 'meeting', false, true, false, false, true),
  ('concluding-meeting', 'Concluding meeting', '마무리 회의', 8, 'meeting', false, true, false, false, true),
  ('debriefing', 'Debriefing', '결과 보고회', 9, 'other', false, true, false, false, false),
  ('legislative-meeting', 'Legislative meeting', '의결 회의', 10, 'meeting', false, false, false, false, true),
  ('cluster-meeting', 'Cluster meeting', '클러스터 회의', 11, 'meeting', false, false, false, false, true),
  ('national-chapter-meeting', 'National Chapter meeting', '국가지부 회의', 12, 'meeting', false, false, false, false, true),
  ('global-event', 'Global event', '글로벌 행사', 13, 'conference', false, false, false, false, true),
  ('launch-event', 'Launch event', '출범 행사', 14, 'conference', false, false, false, true, true),
  ('congress', 'Congress', '총회', 15, 'conference', false, false, false, false, false),
  ('conference', 'Conference', '콘퍼런스', 16, 'conference', false, false, false, false, true),
  ('final-conference', 'Final conference', '최종 콘퍼런스', 17, 'conference', false, false, false, false, true),
  ('forum', 'Forum', '포럼', 18, 'conference', false, false, false, false, false),
  ('fair', 'Fair', '박람회', 19, 'fair', false, false, false, false, false),
  ('seminar', 'Seminar', '세미나', 20, 'conference', false, false, false, false, false),
  ('high-level-seminar', 'High-level seminar', '고위급 세미나', 21, 'conference', false, false, false, false, false),
  ('webinar', 'Webinar', '웨비나', 22, 'webinar', false, false, true, false, false),
  ('workshop', 'Workshop', '워크숍', 23, 'training', false, false, false, false, false),
  ('training', 'Training', '교육', 24, 'training', false, false, false, false, false),
  ('talk', 'Talk', '강연', 25, 'conference', false, false, false, false, false),
  ('side-event', 'Side event', '부대 행사', 26, 'conference', false, false, false, false, true),
  ('partner-session', 'Session of a partner', '협력 기관 세션', 27, 'conference', false, false, false, false, false),
  ('online-sessions', 'Online sessions', '온라인 세션', 28, 'webinar', false, false, true, false, false),
  ('field-visit', 'Field visit', '현장 방문', 29, 'tour', false, true, false, false, false),
  ('technical-tour', 'Technical tour', '기술 견학', 30, 'tour', false, true, false, false, false),
  ('benchmarking-visit', 'Benchmarking visit', '벤치마킹 방문', 31, 'tour', false, true, false, false, false),
  ('courtesy-visit', 'Courtesy visit', '예방 방문', 32, 'tour', false, true, false, false, false),
  ('expert-exchange', 'Exchange of experts', '전문가 교류', 33, 'other', false, true, false, false, false),
  ('decentralised-cooperation', 'Decentralised cooperation', '분산 협력', 34, 'other', false, false, false, false, false),
  ('project-activity', 'Activity of a project', '프로젝트 활동', 35, 'other', false, false, false, false, false),
  ('signing-ceremony', 'Signing ceremony', '서명식', 36, 'ceremony', false, true, false, false, false),
  ('declaration', 'Declaration', '선언', 37, 'ceremony', false, false, false, false, false),
  ('award-ceremony', 'Award ceremony', '시상식', 38, 'ceremony', false, false, false, false, false)
  ) as known (code, name, korean, position, nature, hosted, contact, online, launch, every_line);

-- A kind that nobody knows any more, as a file of an earlier version may have brought it in.
insert into activity_kind (id, code, name, position, nature, hosted, contact, online, launch, every_line, retired)
select gen_random_uuid(), type, left(replace(type, '-', ' '), 100), 100 + row_number() over (order by type),
       'other', false, false, false, false, false, true
  from (select distinct type from activity) used
 where not exists (select from activity_kind k where k.code = used.type);

alter table activity add foreign key (type) references activity_kind (code);
create index activity_type on activity (type);

create view activity_kind_brief as
select code, name, name_translations, position, nature = 'visit' as visit,
       case when nature in ('visit', 'meeting') then nature else 'event' end as drawn, contact, launch, every_line
  from activity_kind;
comment on view activity_kind_brief is 'What drawings and counts need to know of a kind of activity.';
