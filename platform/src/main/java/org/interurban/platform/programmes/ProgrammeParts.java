package org.interurban.platform.programmes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MergedRows;
import org.interurban.platform.shared.TypedLines;
import org.interurban.platform.taxonomy.OwnTopics;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bodies, themes and objectives of programmes, kept as lists of lines that people type. */
@Repository
class ProgrammeParts {

    /** A list of a programme that people type one on a line, named as its field is. */
    enum Part {
        FUNDERS(BodyRole.FUNDER),
        MANAGING(BodyRole.MANAGING),
        IMPLEMENTING(BodyRole.IMPLEMENTING),
        SUPPORTING(BodyRole.SUPPORTING),
        THEMES(null),
        OBJECTIVES(null);

        private final @Nullable BodyRole role;

        Part(@Nullable BodyRole role) {
            this.role = role;
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reading under which the secretariat's own themes stand, beside those of documents. */
    private static final String OWN = "own";

    private final JdbcClient sql;
    private final Directory directory;
    private final ProgrammeTopics topics;
    private final OwnTopics ownTopics;

    ProgrammeParts(JdbcClient sql, Directory directory, ProgrammeTopics topics, OwnTopics ownTopics) {
        this.sql = sql;
        this.directory = directory;
        this.topics = topics;
        this.ownTopics = ownTopics;
    }

    /** The rows of a list as they stand, in their order. */
    Map<TypedLines.Id, String> rows(ProgrammeId programme, Part part) {
        var found =
                switch (part) {
                    case THEMES -> sql.sql("""
                        select id, label as text from programme_theme where programme = ? and chosen
                         order by reading, position
                        """).param(programme);
                    case OBJECTIVES -> sql.sql("""
                        select id, statement as text from programme_objective where programme = ? order by position
                        """).param(programme);
                    case FUNDERS, MANAGING, IMPLEMENTING, SUPPORTING ->
                        sql.sql("""
                            select id, name as text from programme_body where programme = :programme and role = :role
                             order by position, name
                            """).param("programme", programme).param("role", part.role);
                };
        var rows = new LinkedHashMap<TypedLines.Id, String>();
        found.query(rs -> {
            rows.put(new TypedLines.Id(rs.getObject("id", UUID.class)), rs.getString("text"));
        });
        return rows;
    }

    /** A row that was reworded keeps its translations, which are then of an older wording, and its sources. */
    void keep(ProgrammeId programme, Part part, MergedRows<TypedLines.Id, String> rows) {
        var before = rows(programme, part);
        var gone = new LinkedHashSet<>(before.keySet());
        rows.rows().forEach(row -> gone.remove(row.id()));
        gone.forEach(row -> drop(part, row));
        for (var row : rows.rows()) {
            if (row.id() == null) {
                add(programme, part, row.value());
            } else if (!row.value().equals(before.get(row.id()))) {
                reword(programme, part, row.id(), row.value());
            }
        }
    }

    /** What its themes name are topics of its own list, from which its cities choose. */
    void speakInOwn(Programme programme, ProgrammeForm form) {
        var own = ownTopics.of(programme.code());
        var speaks = form.speaksInOwn() || own.isPresent() && own.get().equals(programme.taxonomy());
        var themes = Typed.lines(form.themes());
        if (speaks && !themes.isEmpty()) {
            var list = ownTopics.extend(programme.code(), programme.name(), themes);
            sql.sql("update programme set taxonomy = (select id from taxonomy_brief where code = ?) where id = ?")
                    .params(list, programme.id())
                    .update();
        }
    }

    private void drop(Part part, TypedLines.Id row) {
        var statement =
                switch (part) {
                    case THEMES -> "delete from programme_theme where id = ?";
                    case OBJECTIVES -> "delete from programme_objective where id = ?";
                    case FUNDERS, MANAGING, IMPLEMENTING, SUPPORTING -> "delete from programme_body where id = ?";
                };
        sql.sql(statement).param(row).update();
    }

    private void reword(ProgrammeId programme, Part part, TypedLines.Id row, String text) {
        switch (part) {
            case THEMES ->
                sql.sql("""
                    update programme_theme
                       set label = :text,
                           topic = coalesce((select id from topic_label
                                              where taxonomy = :taxonomy and lower(label) = lower(:named) limit 1), topic)
                     where id = :id
                    """)
                        .param("text", text)
                        .param("named", OwnTopics.named(text))
                        .param("taxonomy", taxonomy(programme))
                        .param("id", row)
                        .update();
            case OBJECTIVES ->
                sql.sql("update programme_objective set statement = ? where id = ?")
                        .params(text, row)
                        .update();
            case FUNDERS, MANAGING, IMPLEMENTING, SUPPORTING ->
                sql.sql("update programme_body set name = :text, organisation = :organisation where id = :id")
                        .param("text", text)
                        .param("organisation", organisation(text))
                        .param("id", row)
                        .update();
        }
    }

    private void add(ProgrammeId programme, Part part, String text) {
        var statement =
                switch (part) {
                    case THEMES -> """
                        insert into programme_theme (id, programme, reading, chosen, label, role, topic, position)
                        values (:id, :programme, :reading, true, :text, 'theme',
                                (select id from topic_label
                                  where taxonomy = :taxonomy and lower(label) = lower(:named) limit 1),
                                (select coalesce(max(position), 0) + 1 from programme_theme
                                  where programme = :programme and reading = :reading))
                        """;
                    case OBJECTIVES -> """
                        insert into programme_objective (id, programme, kind, statement, position)
                        values (:id, :programme, 'objective', :text,
                                (select coalesce(max(position), 0) + 1 from programme_objective where programme = :programme))
                        """;
                    case FUNDERS, MANAGING, IMPLEMENTING, SUPPORTING -> """
                        insert into programme_body (id, programme, role, name, organisation, position)
                        values (:id, :programme, :role, :text, :organisation,
                                (select coalesce(max(position), 0) + 1 from programme_body where programme = :programme))
                        """;
                };
        sql.sql(statement)
                .param("id", Identifier.next())
                .param("programme", programme)
                .param("reading", OWN)
                .param("taxonomy", part == Part.THEMES ? taxonomy(programme) : null)
                .param("role", part.role)
                .param("text", text)
                .param("named", OwnTopics.named(text))
                .param("organisation", part.role == null ? null : organisation(text))
                .update();
    }

    private @Nullable String taxonomy(ProgrammeId programme) {
        return topics.taxonomy(programme).orElse(null);
    }

    private @Nullable OrganisationId organisation(String name) {
        return directory.findByName(name, Locale.ENGLISH) instanceof Match.Known(var entry) ? entry.id() : null;
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
