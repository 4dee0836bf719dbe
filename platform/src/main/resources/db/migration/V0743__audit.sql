-- A removal finds what it changed by the moment of its transaction, a record its parts that are gone by what they belonged to.
create index row_history_changed_at on row_history (changed_at);
create index row_history_gone on row_history using gin (before jsonb_path_ops) where operation = 'DELETE';
