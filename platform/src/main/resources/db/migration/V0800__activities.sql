-- Who gave an activity the date it has: whoever came first in the acts that have named this date since another one stood.
create view activity_proposer as
select a.id as activity, a.code, first.actor as account
  from activity a
  cross join lateral (
    with dated as (select d.id, d.actor, d.day from act_day d where d.subject_kind = 'activity' and d.subject_key = a.code)
    select dated.actor from dated
     where dated.id > coalesce((select max(other.id) from dated other
                                 where other.day <> (select newest.day from dated newest order by newest.id desc limit 1)), 0)
     order by dated.id limit 1) as first;
comment on view activity_proposer is 'Who gave an activity the date it has; null where no account did.';
