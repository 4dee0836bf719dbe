-- The work under way on a large sheet is a job that there is.
update sheet_import set job = null
 where job is not null and not exists (select from job r where r.id = sheet_import.job);
alter table sheet_import add foreign key (job) references job;
