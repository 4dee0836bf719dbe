-- What others wrote after a visit or a request never goes with it unseen: whoever takes it away takes that away first.
alter table engagement_step
  drop constraint engagement_step_engagement_fkey,
  add foreign key (engagement) references engagement;
