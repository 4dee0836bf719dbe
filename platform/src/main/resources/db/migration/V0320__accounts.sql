-- What other modules read of accounts. A closed one is nobody to them.
create view account_brief as
select id, name, email, language from account where disabled_at is null;
comment on view account_brief is 'People who may sign in, as others write to them and name them.';

create view role_holder_view as
select a.id as account, a.name, a.email, a.language, r.role, r.scope_kind, r.scope_id
  from role_assignment r join account_brief a on a.id = r.account;
comment on view role_holder_view is 'Who holds which role where, of those who may sign in; scope_id is null for the network.';
