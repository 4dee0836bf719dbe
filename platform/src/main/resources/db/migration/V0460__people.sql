-- How a person is written to. An address has one form, as accounts have it: one person, one address.
alter table person
  add telephone  text check (length(telephone) between 3 and 60),
  add language   language_tag,                                        -- of letters; null where nobody said
  add salutation text check (length(salutation) between 1 and 200),   -- how a letter begins; null for the usual one
  add check (erased_at is null or (telephone is null and language is null and salutation is null));
update person set email = lower(btrim(email)) where email ~ '^\s*[!-~]+@[A-Za-z0-9.-]+\s*$';
create index person_email on person (email);

-- Whoever speaks for a city sees and keeps its contacts.
create or replace view post_seen_by as
select id, public as everyone, 'CONTACTS_READ' as permission, array['city:' || organisation] as scopes
  from post;

create view contact_brief as
select t.id as post, t.organisation, t.title, t.duty, p.id as person, p.name, p.email, p.telephone, p.language, p.salutation
  from post t join person p on p.id = t.holder
 where p.erased_at is null and (t.to_on is null or t.to_on >= current_date);
comment on view contact_brief is 'Whom to write to in a body, and how. Whoever shows an address asks post_seen_by for CONTACTS_READ.';
