package org.interurban.platform.participants;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.WhoTakesPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says who takes part where programmes are listed, found and copied. */
@Repository
class ParticipantsOfProgrammes implements WhoTakesPart {

    private final JdbcClient sql;

    ParticipantsOfProgrammes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String counted(String programme) {
        return """
            (select count(distinct a.organisation) from participant a
              where a.programme = %s and a.left_on is null and a.status = 'participant')::int\
            """.formatted(programme);
    }

    @Override
    public String oneFromCountry(String programme) {
        return """
            exists (select from participant a join organisation_brief o on o.id = a.organisation
                     where a.programme = %s and a.left_on is null and a.status <> 'applicant' and o.country = upper(:country))\
            """.formatted(programme);
    }

    @Override
    public String oneIsCity(String programme) {
        return """
            exists (select from participant a join organisation_brief o on o.id = a.organisation
                     where a.programme = %s and a.status <> 'applicant' and o.code = :city)\
            """.formatted(programme);
    }

    @Override
    public String names(String programme) {
        return """
            array(select distinct n.name from participant a join organisation_alias n on n.organisation = a.organisation
                   where a.programme = %s and a.status <> 'applicant' and n.kind in ('name', 'local'))\
            """.formatted(programme);
    }

    @Override
    public Map<String, String> touched() {
        return Map.of(
                "participant",
                "select p.code from programme_brief p where p.id = (changed.keys ->> 'programme')::uuid",
                "organisation_name",
                "select p.code from programme_brief p join participant a on a.programme = p.id"
                        + " where a.organisation = (changed.keys ->> 'organisation')::uuid");
    }

    @Override
    public Map<String, String> names(ProgrammeId programme, Locale locale) {
        var names = new LinkedHashMap<String, String>();
        sql.sql("""
            select o.code, in_language(o.name, o.name_translations, :language) as name
              from participant a join organisation_brief o on o.id = a.organisation
              left join programme_group_brief g on g.id = a.programme_group
             where a.programme = :programme and a.left_on is null and a.status = 'participant'
             order by g.position nulls last, name, a.cohort
            """)
                .param("language", locale.getLanguage())
                .param("programme", programme)
                .query(rs -> {
                    names.put(rs.getString("code"), rs.getString("name"));
                });
        return names;
    }

    @Override
    public void copy(ProgrammeId from, ProgrammeId to, Collection<String> organisations) {
        sql.sql(Participants.LAST_PART + """
            , copied as (
              insert into participant (id, programme, organisation, programme_group, cohort, capacity_min, capacity_max, languages,
                     staff_days, first_timer, setting, excluded_countries)
              select gen_random_uuid(), :to, a.organisation,
                     (select n.id from programme_group_brief o join programme_group_brief n on n.code = o.code
                       where o.id = a.programme_group and n.programme = :to), '', a.capacity_min, a.capacity_max, a.languages,
                     a.staff_days, false, a.setting, a.excluded_countries
                from last_part a
              returning id, organisation)
            insert into profile_line (id, participant, kind, topic, statement, statement_translations, grade, evidence,
                   position)
            select gen_random_uuid(), c.id, l.kind, l.topic, l.statement, l.statement_translations, l.grade, l.evidence,
                   row_number() over (partition by c.id order by l.position)
              from copied c
              join last_part a on a.organisation = c.organisation
              join profile_line l on l.participant = a.id
            """)
                .param("programme", from.value())
                .param("to", to.value())
                .param("organisations", organisations.toArray(String[]::new))
                .update();
    }
}
