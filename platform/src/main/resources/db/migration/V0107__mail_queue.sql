-- Mail waits in its own table and leaves by threads of its own, so that a mail server that does not answer holds up nothing else.
alter table mail_message add due_at timestamptz not null default now();   -- when to try next; while one tries, when to take over
create index mail_message_due on mail_message (due_at) where state = 'queued';
delete from scheduled_tasks where task_name = 'send-mail';
