-- A view that nobody reads.
drop view pairing_round_brief;
