package org.interurban.platform.participants;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationCells;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.sheets.SheetField;
import org.interurban.platform.sheets.SheetTarget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What cities offer, seek or are interested in, from any sheet: lines of the profiles of those that take part. */
@Component
class InterestSheet implements SheetTarget {

    private final JdbcClient sql;
    private final OrganisationCells organisations;
    private final Rights rights;

    InterestSheet(JdbcClient sql, OrganisationCells organisations, Rights rights) {
        this.sql = sql;
        this.organisations = organisations;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "interests";
    }

    @Override
    public List<SheetField> fields() {
        return InterestWords.FIELDS;
    }

    @Override
    public List<Repeat> repeats() {
        return InterestWords.REPEATS;
    }

    @Override
    public boolean isScoped() {
        return true;
    }

    @Override
    public Records records() {
        return InterestRecords.read(sql, organisations.known(), rights.current());
    }

    @Override
    public List<String> create(List<Map<String, String>> interests) {
        var topics = TopicsInWords.read(sql);
        var rows = interests.stream()
                .map(interest -> {
                    var row = new HashMap<>(topics.withTopic(interest));
                    row.put("id", Identifier.next().toString());
                    return row;
                })
                .toList();
        sql.sql("""
            with given as (
              select * from rows from (jsonb_to_recordset(:interests::jsonb) as (id uuid, programme text,
                organisation text, kind text, topic text, statement text, grade int, evidence text))
                with ordinality as interest (id, programme, organisation, kind, topic, statement, grade, evidence, seq)),
            taking_part as (
              select distinct on (p.code, o.code) p.code as programme, o.code as organisation, a.id,
                     (select coalesce(max(position), 0) from profile_line where participant = a.id) as last
                from participant a
                join programme_brief p on p.id = a.programme
                join organisation_brief o on o.id = a.organisation
               where a.left_on is null
               order by p.code, o.code, a.cohort desc)
            insert into profile_line (id, participant, kind, topic, statement, statement_translations, grade,
                   evidence, position)
            select g.id, a.id, coalesce(g.kind, 'interest'), t.id, coalesce(g.statement, t.label),
                   case when g.statement is null then t.label_translations else '{}'::jsonb end, g.grade, g.evidence,
                   a.last + row_number() over (partition by a.id order by g.seq)
              from given g
              join taking_part a on (a.programme, a.organisation) = (g.programme, g.organisation)
              left join topic_label t on t.written = g.topic
            """)
                .param("interests", JsonMapper.shared().writeValueAsString(rows))
                .update();
        var made = rows.stream().map(row -> row.getOrDefault("id", "")).toList();
        requireToEdit(made);
        return made;
    }

    @Override
    public void update(Map<String, Map<String, String>> changes) {
        requireToEdit(changes.keySet());
        changes.forEach((record, values) -> {
            var id = UUID.fromString(record);
            values.forEach((field, text) -> {
                var change =
                        switch (field) {
                            case "kind" -> "kind = coalesce(:value, 'interest')";
                            case "topic" -> "topic = (select id from topic_label where written = :value)";
                            case "statement" -> "statement = :value, statement_translations = '{}'";
                            case "grade" -> "grade = :value::int";
                            case "evidence" -> "evidence = :value";
                            default -> throw new IllegalArgumentException("An interest cannot change its " + field);
                        };
                sql.sql("update profile_line set " + change + " where id = :id")
                        .param("value", text.isEmpty() ? null : text)
                        .param("id", id)
                        .update();
            });
            sql.sql("update profile_line set version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
        });
    }

    @Override
    public void remove(Collection<String> records) {
        requireToEdit(records);
        sql.sql("delete from profile_line where id = any(?)")
                .param(ids(records))
                .update();
    }

    /** As the form of a profile asks; whoever may not takes nothing in. */
    private void requireToEdit(Collection<String> records) {
        sql.sql("""
            select distinct a.programme, a.organisation
              from profile_line l join participant a on a.id = l.participant
             where l.id = any(?)
            """)
                .param(ids(records))
                .query((rs, row) -> new Scope[] {
                    new ProgrammeId(rs.getObject("programme", UUID.class)).scope(),
                    Scope.city(new OrganisationId(rs.getObject("organisation", UUID.class)))
                })
                .list()
                .forEach(scopes -> rights.require(ProgrammePermission.PROFILE_EDIT, scopes));
    }

    private static UUID[] ids(Collection<String> records) {
        return records.stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}
