-- A round is never public; what is proposed to a city is asked of it (pairing.ConsultationPages).
create view pairing_round_seen_by as
select r.id, false as everyone, 'PAIRING_RUN' as permission, array['programme:' || r.programme] as scopes
  from pairing_round r;
