-- What people and the system did, in the words of the domain. People stand in it by the id of their account only, so that a
-- person can be erased while the trail still verifies.
create table audit_seal (
  number    bigint      primary key check (number > 0),
  sealed_at timestamptz not null,
  acts      bigint[]    not null check (cardinality(acts) > 0),
  digests   bytea       not null check (length(digests) = 32 * cardinality(acts)),  -- of each act, in the order of acts
  previous  bytea       not null check (length(previous) = 32),                     -- the hash of the seal before
  hash      bytea       not null check (length(hash) = 32)
);
create table audit_act (
  id           bigint      generated always as identity primary key,
  happened_at  timestamptz not null,
  actor        uuid,                                                                -- null: the system
  act          text        not null check (act ~ '^[a-z]+\.[a-z-]+$'),
  subject_kind text        not null check (subject_kind <> ''),
  subject_key  text        not null,
  details      jsonb       not null default '{}',
  seal         bigint      references audit_seal                                    -- null until the next seal
);
create index audit_act_seal on audit_act (seal);
create index audit_act_time on audit_act (happened_at, id);
create index audit_act_subject on audit_act (subject_kind, subject_key);
create index audit_act_actor on audit_act (actor);

-- The trail grows and is sealed; nothing else ever happens to it.
create function refuse_change_of_trail() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'audit_act' then
    if old.seal is null and to_jsonb(new) - 'seal' = to_jsonb(old) - 'seal' then
      return new;
    end if;
  end if;
  raise exception 'The audit trail is never changed';
end $$;
create trigger refuse_change before update or delete on audit_act for each row execute function refuse_change_of_trail();
create trigger refuse_change before update or delete on audit_seal for each row execute function refuse_change_of_trail();
create trigger refuse_truncate before truncate on audit_act for each statement execute function refuse_change_of_trail();
create trigger refuse_truncate before truncate on audit_seal for each statement execute function refuse_change_of_trail();
