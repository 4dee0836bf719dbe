-- What other modules read of activities. Who may see one is for activity_seen_by to say.
create view activity_brief as
select id, code, parent, programme, partnership, type, title, title_translations, host, host_name, visitor, from_on, to_on,
       precision, status, description, description_translations
  from activity;
comment on view activity_brief is 'An activity as drawings, counts and lists of tasks need it.';

create view partnership_site_view as
select partnership, site from partnership_site;
comment on view partnership_site_view is 'What a partnership saw or exchanged, where no visit is known for it.';
