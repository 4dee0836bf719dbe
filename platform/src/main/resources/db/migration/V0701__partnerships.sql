create view partnership_match_brief as
select partnership, position, kind, one, other, other_says, other_says_translations
  from partnership_match;
comment on view partnership_match_brief is 'Why members of a partnership were proposed to each other: what one says that meets the other';
