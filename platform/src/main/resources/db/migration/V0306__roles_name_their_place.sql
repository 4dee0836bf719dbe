-- Who speaks for a city holds the role in it and nowhere wider. Roles that were given before stay on record without effect, for an
-- administrator to put right; so the old rows are not looked at.
alter table role_assignment add constraint role_assignment_place check (
  case when role in ('FOCAL_POINT', 'VOTER', 'DELEGATE') then scope_kind = 'CITY'
       when role = 'STAKEHOLDER' then scope_kind in ('CITY', 'PARTNERSHIP')
       when role = 'REGIONAL_TEAM' then scope_kind <> 'NETWORK'
       else true end) not valid;
