-- What other modules read of members: that a body is one, of which kind, and where it is counted.
create view member_brief as
select id, code, organisation, type, region, joined_year from member;

-- What other modules read of what was counted; readings that disagree are told apart by the one that was chosen.
create view network_figure_brief as
select id, programme, subject, measure, low, high, qualifier, unit, chosen, position from network_figure;
