-- A row whose past is kept is known by an id; without one no topic could be kept.
alter table engagement_topic add column id uuid not null default gen_random_uuid() unique;
