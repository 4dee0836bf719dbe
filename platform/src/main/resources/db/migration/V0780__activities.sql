-- What concerns a whole programme is a step of a pair where both its cities took part. Of the kinds that came with the program none
-- asks for less: that one city hosts the last conference says nothing of its partner.
update activity_kind set every_line = false where every_line and version = 0;
