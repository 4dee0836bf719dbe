-- Who granted a role is an account of the house.
update role_assignment set granted_by = null
 where granted_by is not null and not exists (select from account r where r.id = role_assignment.granted_by);
alter table role_assignment add foreign key (granted_by) references account;
