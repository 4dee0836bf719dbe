-- Visits of courtesy and requests for support between members, and what follows from them.
-- A body that is not named is the secretariat; where support is asked of nobody in particular, it is asked of every member.
create table engagement (
  id           uuid primary key,
  code         record_code not null unique,
  kind         text not null check (kind in ('courtesy-visit', 'support-request')),
  state        text not null,
  title        text not null check (length(title) between 1 and 200),
  title_translations jsonb not null default '{}',
  account      text check (length(account) between 1 and 4000),
  account_translations jsonb not null default '{}',
  initiator    uuid references organisation,              -- who visits, or asks
  addressee    uuid references organisation,              -- who is visited, or asked
  from_on      date,
  to_on        date,
  precision    date_precision not null default 'none',
  public       boolean not null default false,
  version      int not null default 0,
  check (state in ('planned', 'held', 'called-off') and kind = 'courtesy-visit'
      or state in ('open', 'answered', 'closed') and kind = 'support-request'),
  check (initiator is not null or addressee is not null),
  check (initiator is not null or kind <> 'support-request'),
  check (initiator <> addressee),
  check ((from_on is null) = (precision = 'none')),
  check ((from_on is null) = (to_on is null)),
  check (from_on <= to_on)
);
create index engagement_initiator on engagement (initiator);
create index engagement_addressee on engagement (addressee);
create table engagement_topic (
  engagement   uuid not null references engagement on delete cascade,
  topic        uuid not null references topic,
  primary key (engagement, topic)
);
-- What somebody offers in answer to a request, and what is to be done after a visit or an answer.
create table engagement_step (
  id           uuid primary key,
  engagement   uuid not null references engagement on delete cascade,
  kind         text not null check (kind in ('offer', 'follow-up')),
  organisation uuid references organisation,              -- who offers, or whose turn it is; the secretariat where nobody is named
  statement    text not null check (length(statement) between 1 and 500),
  due_on       date,
  done_on      date,
  position     int not null,
  unique (engagement, position),
  check (kind = 'follow-up' or (organisation is not null and due_on is null and done_on is null))
);
create trigger keep_history after insert or update or delete on engagement for each row execute function keep_history();
create trigger keep_history after insert or update or delete on engagement_topic for each row execute function keep_history();
create trigger keep_history after insert or update or delete on engagement_step for each row execute function keep_history();

create view engagement_seen_by as
select e.id, e.public and e.state not in ('planned', 'called-off') as everyone, 'ENGAGEMENT_READ' as permission,
       array_remove(array['city:' || e.initiator, 'city:' || e.addressee], null)
         || case when e.kind = 'support-request' and e.addressee is null
              then array(select 'city:' || m.organisation from member_brief m) else '{}' end as scopes
  from engagement e;
comment on view engagement_seen_by is 'Everyone sees what was made public, a visit once it was held; members see what concerns them';
