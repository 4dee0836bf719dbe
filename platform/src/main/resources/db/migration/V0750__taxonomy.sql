-- The usual list is one of the network: whoever keeps the list of one programme does not decide in what all others speak, and a list
-- that not everyone sees is not offered to everyone.
update taxonomy set usual = false, version = version + 1 where usual and programme is not null;
alter table taxonomy add constraint taxonomy_usual_of_network check (not usual or programme is null);

-- Who sees a topic: whoever sees its list.
create view topic_seen_by as
select t.id, s.everyone, s.permission, s.scopes
  from topic t join taxonomy_seen_by s on s.id = t.taxonomy;
