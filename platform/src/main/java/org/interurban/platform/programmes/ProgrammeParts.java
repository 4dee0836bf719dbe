package org.interurban.platform.programmes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.interurban.platform.files.Pictures;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.MergedRows;
import org.interurban.platform.shared.TypedLines;
import org.interurban.platform.taxonomy.OwnTopics;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.validation.Errors;

/** The bodies, themes and objectives of programmes, kept as lists of lines that people type. */
@Repository
class ProgrammeParts {

    /** A list of a programme that people type one on a line, named as its field is. */
    enum Part {
        FUNDERS(BodyRole.FUNDER),
        INITIATING(BodyRole.INITIATOR),
        MANAGING(BodyRole.MANAGING),
        IMPLEMENTING(BodyRole.IMPLEMENTING),
        SUPPORTING(BodyRole.SUPPORTING),
        THEMES(null),
        OBJECTIVES(null);

        private final @Nullable BodyRole role;

        Part(@Nullable BodyRole role) {
            this.role = role;
        }

        /** The list whose rows are of that kind, or of bodies that do that. */
        static Part of(String kind) {
            return switch (kind) {
                case "theme" -> THEMES;
                case "objective" -> OBJECTIVES;
                default ->
                    Arrays.stream(values())
                            .filter(part ->
                                    part.role != null && part.role.code().equals(kind))
                            .findFirst()
                            .orElseThrow();
            };
        }

        /** Null of what is no list of bodies. */
        @Nullable
        BodyRole role() {
            return role;
        }

        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The reading under which the secretariat's own themes stand, beside those of documents. */
    private static final String OWN = "own";

    private final JdbcClient sql;
    private final BodiesOfForm bodies;
    private final Pictures pictures;
    private final ProgrammeTopics topics;
    private final OwnTopics ownTopics;

    ProgrammeParts(
            JdbcClient sql, BodiesOfForm bodies, Pictures pictures, ProgrammeTopics topics, OwnTopics ownTopics) {
        this.sql = sql;
        this.bodies = bodies;
        this.pictures = pictures;
        this.topics = topics;
        this.ownTopics = ownTopics;
    }

    /** The rows of all its lists as they stand, in their order. */
    Map<Part, Map<TypedLines.Id, String>> rows(ProgrammeId programme) {
        var lists = new EnumMap<Part, Map<TypedLines.Id, String>>(Part.class);
        for (var part : Part.values()) {
            lists.put(part, new LinkedHashMap<>());
        }
        sql.sql("""
            select 'theme' as list, id, label as text, place from programme_theme where programme = :programme and chosen
            union all
            select 'objective', id, statement, place from programme_objective where programme = :programme
            union all
            select role, id, name, position from programme_body where programme = :programme
             order by place, text
            """).param("programme", programme).query(rs -> {
            Objects.requireNonNull(lists.get(Part.of(rs.getString("list"))))
                    .put(new TypedLines.Id(rs.getObject("id", UUID.class)), rs.getString("text"));
        });
        return lists;
    }

    private Map<TypedLines.Id, String> rows(ProgrammeId programme, Part part) {
        return rows(programme).getOrDefault(part, Map.of());
    }

    /**
     * What has to be asked about the bodies that a form names; says at their fields what was not answered.
     *
     * @param programme null of a new one
     */
    List<BodiesOfForm.Doubt> check(ProgrammeForm form, @Nullable Programme programme, Errors errors, Locale locale) {
        return bodies.check(form, programme == null ? Map.of() : rows(programme.id()), errors, locale);
    }

    /** What was typed into a list; bodies go by the names that were chosen where it was asked who is meant. */
    List<String> names(Part part, @Nullable String typed, Collection<String> stand, Map<String, String> answers) {
        return part.role == null
                ? Typed.lines(typed)
                : bodies.of(typed, stand).stream()
                        .map(name -> answers.getOrDefault(name, name))
                        .distinct()
                        .toList();
    }

    /** A row that was reworded keeps its translations, which are then of an older wording, and its sources. */
    void keep(ProgrammeId programme, Part part, MergedRows<TypedLines.Id, String> rows) {
        var before = rows(programme, part);
        var gone = new LinkedHashSet<>(before.keySet());
        rows.rows().forEach(row -> gone.remove(row.id()));
        gone.forEach(row -> drop(part, row));
        var inOrder = new ArrayList<TypedLines.Id>();
        for (var row : rows.rows()) {
            if (row.id() == null) {
                inOrder.add(add(programme, part, row.value()));
            } else {
                inOrder.add(row.id());
                if (!row.value().equals(before.get(row.id()))) {
                    reword(programme, part, row.id(), row.value());
                }
            }
        }
        order(part, inOrder);
    }

    /** The numbers by which documents name themes and objectives stay; where they stand in their list is another. */
    private void order(Part part, List<TypedLines.Id> rows) {
        var statement =
                switch (part) {
                    case THEMES ->
                        "update programme_theme t set place = o.n from %s where t.id = o.id and t.place <> o.n";
                    case OBJECTIVES ->
                        "update programme_objective t set place = o.n from %s where t.id = o.id and t.place <> o.n";
                    case FUNDERS, INITIATING, MANAGING, IMPLEMENTING, SUPPORTING ->
                        "update programme_body t set position = o.n from %s where t.id = o.id and t.position <> o.n";
                };
        sql.sql(statement.formatted("unnest(:rows::uuid[]) with ordinality as o (id, n)"))
                .param("rows", rows.stream().map(TypedLines.Id::value).toArray(UUID[]::new))
                .update();
    }

    /** What its themes name are topics of its own list, from which its cities choose. */
    void speakInOwn(Programme programme, ProgrammeForm form) {
        var own = ownTopics.of(programme.code());
        var speaks = form.speaksInOwn() || own.isPresent() && own.get().equals(programme.taxonomy());
        var themes = Typed.lines(form.themes());
        if (speaks && !themes.isEmpty()) {
            var list = ownTopics.extend(programme.code(), programme.name(), themes);
            sql.sql("""
                update programme p set taxonomy = x.id, version = p.version + 1
                  from taxonomy_brief x where x.code = ? and p.id = ? and p.taxonomy is distinct from x.id
                """).params(list, programme.id()).update();
        }
    }

    private void drop(Part part, TypedLines.Id row) {
        var statement =
                switch (part) {
                    case THEMES -> "delete from programme_theme where id = ?";
                    case OBJECTIVES -> "delete from programme_objective where id = ?";
                    case FUNDERS, INITIATING, MANAGING, IMPLEMENTING, SUPPORTING ->
                        "delete from programme_body where id = ?";
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
            case FUNDERS, INITIATING, MANAGING, IMPLEMENTING, SUPPORTING -> {
                var body = bodies.body(text);
                sql.sql("update programme_body set name = :text, organisation = :organisation where id = :id")
                        .param("text", body.name())
                        .param("organisation", body.organisation())
                        .param("id", row)
                        .update();
            }
        }
    }

    private TypedLines.Id add(ProgrammeId programme, Part part, String text) {
        var statement =
                switch (part) {
                    case THEMES -> """
                        insert into programme_theme (id, programme, reading, chosen, label, role, topic, place, position)
                        values (:id, :programme, :reading, true, :text, 'theme',
                                (select id from topic_label
                                  where taxonomy = :taxonomy and lower(label) = lower(:named) limit 1), 0,
                                (select coalesce(max(position), 0) + 1 from programme_theme
                                  where programme = :programme and reading = :reading))
                        """;
                    case OBJECTIVES -> """
                        insert into programme_objective (id, programme, kind, statement, place, position)
                        values (:id, :programme, 'objective', :text, 0,
                                (select coalesce(max(position), 0) + 1 from programme_objective where programme = :programme))
                        """;
                    case FUNDERS, INITIATING, MANAGING, IMPLEMENTING, SUPPORTING -> """
                        insert into programme_body (id, programme, role, name, organisation, position)
                        values (:id, :programme, :role, :text, :organisation,
                                (select coalesce(max(position), 0) + 1 from programme_body where programme = :programme))
                        on conflict (programme, role, name) do nothing
                        """;
                };
        var id = new TypedLines.Id(Identifier.next());
        var body = part.role == null ? new BodiesOfForm.Body(text, null) : bodies.body(text);
        sql.sql(statement)
                .param("id", id)
                .param("programme", programme)
                .param("reading", OWN)
                .param("taxonomy", part == Part.THEMES ? taxonomy(programme) : null)
                .param("role", part.role)
                .param("text", body.name())
                .param("named", OwnTopics.named(text))
                .param("organisation", body.organisation())
                .update();
        return id;
    }

    private @Nullable String taxonomy(ProgrammeId programme) {
        return topics.taxonomy(programme).orElse(null);
    }

    /** Gives a programme the emblem, the bodies, the themes that are shown, and the objectives of another. */
    void copy(Programme original, Programme copy) {
        var from = original.id();
        var to = copy.id();
        pictures.copy(KeepEmblem.place(original.code()), KeepEmblem.place(copy.code()));
        sql.sql("update programme set emblem = ? where id = ?")
                .params(Arrays.asList(
                        pictures.address(KeepEmblem.place(copy.code())).orElse(null), to.value()))
                .update();
        sql.sql("""
            insert into programme_body (id, programme, role, name, organisation, position)
            select gen_random_uuid(), ?, role, name, organisation, position from programme_body where programme = ?
            """).params(to.value(), from.value()).update();
        sql.sql("""
            insert into programme_theme (id, programme, reading, chosen, label, label_translations, role, topic, place, position)
            select gen_random_uuid(), ?, ?, true, label, label_translations, role, topic, place,
                   row_number() over (order by place, reading, position)
              from programme_theme where programme = ? and chosen
            """).params(to.value(), OWN, from.value()).update();
        sql.sql("""
            insert into programme_objective (id, programme, kind, statement, statement_translations, place, position)
            select gen_random_uuid(), ?, kind, statement, statement_translations, place, position
              from programme_objective where programme = ?
            """).params(to.value(), from.value()).update();
    }
}
