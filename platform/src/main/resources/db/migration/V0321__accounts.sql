-- Kinds of scope are said by the modules whose objects they are; their names have one form.
alter table role_assignment drop constraint role_assignment_scope_kind_check;
alter table role_assignment add check (scope_kind ~ '^[A-Z]+(_[A-Z]+)*$');
