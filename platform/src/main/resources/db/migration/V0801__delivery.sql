-- Who writes a letter, as its reader sees and answers them; both null where the platform writes by itself.
alter table mail_message
  add column writer   text,
  add column reply_to text,
  add check ((writer is null) = (reply_to is null));
create index mail_message_reply_to on mail_message (lower(reply_to)) where reply_to is not null;
