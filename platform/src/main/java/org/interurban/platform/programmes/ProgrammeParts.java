package org.interurban.platform.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bodies, themes and objectives of programmes, kept as lists of lines that people type. */
@Repository
class ProgrammeParts {

    /** The reading under which the secretariat's own themes stand, beside those of documents. */
    private static final String OWN = "own";

    private final JdbcClient sql;
    private final Directory directory;

    ProgrammeParts(JdbcClient sql, Directory directory) {
        this.sql = sql;
        this.directory = directory;
    }

    List<String> bodies(ProgrammeId programme, BodyRole role) {
        return sql.sql("select name from programme_body where programme = ? and role = ? order by position, name")
                .params(programme.value(), role.code())
                .query(String.class)
                .list();
    }

    List<String> themes(ProgrammeId programme) {
        return sql.sql("select label from programme_theme where programme = ? and chosen order by reading, position")
                .param(programme.value())
                .query(String.class)
                .list();
    }

    List<String> objectives(ProgrammeId programme) {
        return sql.sql("select statement from programme_objective where programme = ? order by position")
                .param(programme.value())
                .query(String.class)
                .list();
    }

    void keepBodies(ProgrammeId programme, BodyRole role, List<String> names) {
        sql.sql("delete from programme_body where programme = ? and role = ? and not (name = any(?))")
                .params(programme.value(), role.code(), names.toArray(String[]::new))
                .update();
        var known = bodies(programme, role);
        for (var name : missing(names, known)) {
            sql.sql("""
                insert into programme_body (id, programme, role, name, organisation, position)
                values (:id, :programme, :role, :name, :organisation,
                        (select coalesce(max(position), 0) + 1 from programme_body where programme = :programme))
                """)
                    .param("id", Identifier.next())
                    .param("programme", programme.value())
                    .param("role", role.code())
                    .param("name", name)
                    .param("organisation", organisation(name))
                    .update();
        }
    }

    private @org.jspecify.annotations.Nullable OrganisationId organisation(String name) {
        return directory.findByName(name, Locale.ENGLISH) instanceof Match.Known(var entry) ? entry.id() : null;
    }

    void keepThemes(ProgrammeId programme, List<String> labels) {
        sql.sql("delete from programme_theme where programme = ? and chosen and not (label = any(?))")
                .params(programme.value(), labels.toArray(String[]::new))
                .update();
        for (var label : missing(labels, themes(programme))) {
            sql.sql("""
                insert into programme_theme (id, programme, reading, chosen, label, role, topic, position)
                values (:id, :programme, :reading, true, :label, 'theme',
                        (select id from topic_label
                          where taxonomy = 'cooperation-topics' and lower(label) = lower(:label)),
                        (select coalesce(max(position), 0) + 1 from programme_theme
                          where programme = :programme and reading = :reading))
                """)
                    .param("id", Identifier.next())
                    .param("programme", programme.value())
                    .param("reading", OWN)
                    .param("label", label)
                    .update();
        }
    }

    void keepObjectives(ProgrammeId programme, List<String> statements) {
        sql.sql("delete from programme_objective where programme = ? and not (statement = any(?))")
                .params(programme.value(), statements.toArray(String[]::new))
                .update();
        for (var statement : missing(statements, objectives(programme))) {
            sql.sql("""
                insert into programme_objective (id, programme, kind, statement, position)
                values (:id, :programme, 'objective', :statement,
                        (select coalesce(max(position), 0) + 1 from programme_objective where programme = :programme))
                """)
                    .param("id", Identifier.next())
                    .param("programme", programme.value())
                    .param("statement", statement)
                    .update();
        }
    }

    private static List<String> missing(List<String> wanted, List<String> known) {
        var missing = new ArrayList<>(wanted);
        missing.removeAll(known);
        return missing;
    }

    /** Gives a programme the bodies, the themes that are shown, and the objectives of another. */
    void copy(ProgrammeId from, ProgrammeId to) {
        sql.sql("""
            insert into programme_body (id, programme, role, name, organisation, position)
            select gen_random_uuid(), ?, role, name, organisation, position from programme_body where programme = ?
            """).params(to.value(), from.value()).update();
        sql.sql("""
            insert into programme_theme (id, programme, reading, chosen, label, label_translations, role, topic, position)
            select gen_random_uuid(), ?, ?, true, label, label_translations, role, topic,
                   row_number() over (order by reading, position)
              from programme_theme where programme = ? and chosen
            """).params(to.value(), OWN, from.value()).update();
        sql.sql("""
            insert into programme_objective (id, programme, kind, statement, statement_translations, position)
            select gen_random_uuid(), ?, kind, statement, statement_translations, position
              from programme_objective where programme = ?
            """).params(to.value(), from.value()).update();
    }
}
