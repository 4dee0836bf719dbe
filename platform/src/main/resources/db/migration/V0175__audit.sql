-- A view that nobody reads.
drop view act_brief;
