-- What a city answered never goes with the activity unseen.
alter table activity_answer
  drop constraint activity_answer_activity_fkey,
  add foreign key (activity) references activity;
