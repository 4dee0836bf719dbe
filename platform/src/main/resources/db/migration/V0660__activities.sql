-- The cities that meet: who hosts and who comes, or all of a partnership where that is not said.
create view activity_meets as
select a.id as activity, a.host as organisation from activity a where a.host is not null
union
select a.id, a.visitor from activity a where a.visitor is not null
union
select c.activity, c.organisation from activity_city c
union
select a.id, m.organisation
  from activity a join partnership_member_view m on m.partnership = a.partnership and m.left_on is null
 where a.host is null or a.visitor is null;
comment on view activity_meets is 'The cities that meet in an activity, each of which says whether its date suits.';

-- What a city said to a date; the date stands with it, so that an answer to another one counts no more.
create table activity_answer (
  id           uuid        primary key,
  activity     uuid        not null references activity on delete cascade,
  dates        text        not null,
  organisation uuid        not null references organisation,
  answer       text        not null check (answer in ('yes', 'no', 'another-day')),
  words        text        check (length(words) between 1 and 1000),
  account      uuid        not null references account,
  answered_at  timestamptz not null,
  unique (activity, dates, organisation)
);
create trigger keep_history after insert or update or delete on activity_answer for each row execute function keep_history();
