-- Whether what is new is preset to be seen by everyone.
alter table network_settings add column opens_new boolean not null default false;

-- Where its picture is, which stands at the head of every page.
alter table network_settings add column logo text check (logo like '/pictures/%' and length(logo) <= 300);
