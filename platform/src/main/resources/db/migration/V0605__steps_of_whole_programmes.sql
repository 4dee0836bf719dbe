-- What concerns a whole programme stands on the page of each of its partnerships, and is few among all of its activities.
create index activity_of_whole_programme on activity (programme, from_on) where partnership is null and parent is null;
