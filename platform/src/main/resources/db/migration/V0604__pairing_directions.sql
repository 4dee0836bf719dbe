-- What the sentence model made of the profiles' texts, packed: reasons need no model later. Empty where none read them.
alter table pairing_scoring add column directions bytea;
