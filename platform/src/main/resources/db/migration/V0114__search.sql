-- When what can be found of a record last changed; what was there before is known to have changed no later than now.
alter table search_document add column changed_at timestamptz not null default now();
