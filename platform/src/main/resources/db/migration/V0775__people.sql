-- One rule for whom a city is reached through, for letters, invitations and partnerships.
create view key_contact as
select c.post, c.organisation, c.title, c.duty, c.person, c.name, c.email, c.telephone, c.language, c.salutation
  from contact_brief c
 where c.duty in ('focal-point', 'deputy')
    or (c.duty in ('other', 'secretariat')
        and not exists (select from contact_brief k
                         where k.organisation = c.organisation and k.duty in ('focal-point', 'deputy')));
comment on view key_contact is
  'Who speaks for a body: its focal points and deputies; where it has none, those of whom no other duty is known.';
