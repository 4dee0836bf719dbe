-- What a programme and a participant refuse to be, their tables refuse too. Of what came in by files before, a least that is more than
-- the most gives way.
update participant set capacity_min = capacity_max where capacity_min > capacity_max;
alter table participant add constraint participant_capacity check (capacity_min <= capacity_max);
alter table programme add constraint programme_name check (name ~ '[^[:space:]]') not valid;
