-- Views that nobody reads.
drop view agreement_brief;
drop view agreement_party_view;
drop view plan_item_brief;
