-- What a profile says nothing of, the same to the officer who asks for it and to the city for which it waits.
create view profile_lack as
select a.id as participant,
       array_remove(array[
         case when not exists (select from profile_line l where l.participant = a.id and l.kind = 'offer') then 'offers' end,
         case when not exists (select from profile_line l where l.participant = a.id and l.kind = 'seek') then 'seeks' end,
         case when a.languages = '{}' then 'languages' end], null) as missing
  from participant a;
comment on view profile_lack is 'What of offers, seeks and languages the profile of a participant says nothing of';
