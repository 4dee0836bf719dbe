-- People who sign in. An erased one keeps the id alone, so that what refers to it still holds.
create table account (
  id          uuid        primary key,
  email       text        check (length(email) between 3 and 254 and email like '%_@_%'),
  name        text        check (length(name) between 1 and 120),
  language    language_tag,
  invited_at  timestamptz not null,
  seen_at     timestamptz,                                          -- the last time of signing in
  disabled_at timestamptz,
  erased_at   timestamptz,
  check ((email is null) = (erased_at is not null) and (name is null) = (erased_at is not null)),
  check (erased_at is null or disabled_at is not null)
);
create unique index account_email on account (lower(email));
-- Names and addresses leave no history: it would outlive an erasure.

create table role_assignment (
  id         uuid        primary key,
  account    uuid        not null references account,
  role       text        not null,
  scope_kind text        not null check (scope_kind in ('NETWORK', 'REGIONAL_TEAM', 'PROGRAMME', 'PARTNERSHIP', 'CITY')),
  scope_id   uuid,                                                  -- of the object, which may lie on a higher floor
  granted_by uuid,                                                  -- null: the system
  granted_at timestamptz not null,
  check ((scope_kind = 'NETWORK') = (scope_id is null)),
  unique nulls not distinct (account, role, scope_kind, scope_id)
);
create index role_assignment_scope on role_assignment (scope_kind, scope_id);
create trigger keep_history after insert or update or delete on role_assignment for each row execute function keep_history();

-- A link that signs in once. Only the digest of its token is kept: who reads the database cannot sign in with it.
create table sign_in_link (
  digest     bytea       primary key check (length(digest) = 32),
  account    uuid        not null references account,
  expires_at timestamptz not null
);
create index sign_in_link_account on sign_in_link (account);

-- Passkeys, as Spring Security's repositories write them; the name of a user is the id of the account.
create table user_entities (
  id           varchar(1000) primary key,
  name         varchar(100)  not null unique,
  display_name varchar(200)
);
create table user_credentials (
  credential_id                varchar(1000) primary key,
  user_entity_user_id          varchar(1000) not null references user_entities on delete cascade,
  public_key                   bytea         not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean       not null,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean       not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp,
  last_used                    timestamp,
  label                        varchar(1000) not null
);
create index user_credentials_of on user_credentials (user_entity_user_id);

-- How often somebody asked for a link; the keys are digests.
create table rate_limit (
  id         text   primary key,
  state      bytea,
  expires_at bigint
);
create index rate_limit_expiry on rate_limit (expires_at);
