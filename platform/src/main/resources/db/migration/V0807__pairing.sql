-- Whose answer to which partner is asked for now.
create view pairing_asked as
select round, name, programme, organisation, partner, answers_by from pairing_paired where state = 'proposed';
comment on view pairing_asked is 'Which city of a round that is proposed is asked about which partner, until when';
