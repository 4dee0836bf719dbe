-- What its administrators decided for the network as a whole: one row. What is empty is as it was configured, or not stated.
create table network_settings (
  id                         uuid   primary key,
  is_the_one                 boolean not null default true unique check (is_the_one),
  name                       text   check (length(name) between 1 and 100),
  name_translations          jsonb  not null default '{}',
  contact                    text   check (length(contact) between 1 and 20000),
  contact_translations       jsonb  not null default '{}',
  imprint                    text   check (length(imprint) between 1 and 20000),
  imprint_translations       jsonb  not null default '{}',
  privacy                    text   check (length(privacy) between 1 and 20000),
  privacy_translations       jsonb  not null default '{}',
  accessibility              text   check (length(accessibility) between 1 and 20000),
  accessibility_translations jsonb  not null default '{}',
  licence                    text   check (length(licence) between 1 and 2000),
  licence_translations       jsonb  not null default '{}',
  licence_address            text   check (length(licence_address) between 1 and 500),
  security_contact           text   check (length(security_contact) between 1 and 500),
  mail_from                  text   check (length(mail_from) between 1 and 254),
  languages                  text[] not null default '{}',
  version                    int    not null default 0
);
insert into network_settings (id) values (gen_random_uuid());
create trigger keep_history after insert or update or delete on network_settings for each row execute function keep_history();
