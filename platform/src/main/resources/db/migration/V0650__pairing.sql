-- The groups that a round brings together are named by the codes of their rows; until now by the word on each participant.
update pairing_round
   set side_a = case when side_a = '' then ''
                     else left(coalesce(nullif(trim(both '-' from regexp_replace(lower(side_a), '[^a-z0-9]+', '-', 'g')), ''),
                                        'group-' || left(md5(side_a), 6)), 40) end,
       side_b = case when side_b = '' then ''
                     else left(coalesce(nullif(trim(both '-' from regexp_replace(lower(side_b), '[^a-z0-9]+', '-', 'g')), ''),
                                        'group-' || left(md5(side_b), 6)), 40) end
 where (side_a, side_b) is distinct from (lower(side_a), lower(side_b)) or side_a || side_b ~ '[^a-z0-9-]';
