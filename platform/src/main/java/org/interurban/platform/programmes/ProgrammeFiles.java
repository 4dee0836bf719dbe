package org.interurban.platform.programmes;

import java.util.Locale;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files of what belongs to a programme: who stands behind it, on what themes and by which steps it works. */
@Configuration
class ProgrammeFiles {

    private final RecordFiles files;
    private final Programmes programmes;
    private final Sources sources;

    ProgrammeFiles(RecordFiles files, Programmes programmes, Sources sources) {
        this.files = files;
        this.programmes = programmes;
        this.sources = sources;
    }

    /** Who funds, manages and carries out a programme. */
    @Bean
    RecordTable programmeBodyFile(Directory directory) {
        return files.file("programme_bodies", 41, "programme_body", "programme, role, name", """
            select p.code as programme, b.role, o.code as organisation, b.name, b.note,
                   cited('programme-body', p.code || '/' || b.role || '/' || coalesce(o.code, b.name)) as sources
              from programme_body b
              join programme p on p.id = b.programme
              left join organisation_brief o on o.id = b.organisation
             order by b.position, p.code, b.role, b.name
            """)
                .one("programme", "programme", "programme", programmes::idOf)
                .choice("role", BodyRole.class)
                .always("organisation")
                .oneIfAny("organisation", "organisation", "organisation", directory::idOf)
                .takes("name", "name", row -> name(row, directory))
                .textIfAny("note")
                .position("position")
                .then(
                        "sources",
                        row -> sources.cite(
                                row,
                                "programme-body",
                                row.text("programme") + "/" + row.text("role") + "/"
                                        + (row.text("organisation").isEmpty()
                                                ? name(row, directory)
                                                : row.text("organisation"))));
    }

    /** A body that is not named still has its description. */
    private static String name(Row row, Directory directory) {
        if (!row.text("name").isEmpty()) {
            return row.text("name");
        }
        var known = directory.find(row.text("organisation"), Locale.ENGLISH);
        return known.map(Directory.Entry::name)
                .orElseGet(() -> row.text("note").isEmpty() ? row.required("name") : row.text("note"));
    }

    /** The themes as each document words them, and which list the public sees. */
    @Bean
    RecordTable programmeThemeFile(Topics topics) {
        return files.file("programme_themes", 42, "programme_theme", "programme, reading, position", """
            select p.code as programme, h.reading, h.position as seq, h.label, h.label_translations as label_xx, h.role,
                   t.written as topic, h.question, h.chosen, h.note, h.place,
                   cited('theme', p.code || '/' || h.reading || '/' || h.position) as sources
              from programme_theme h
              join programme p on p.id = h.programme
              left join topic_label t on t.id = h.topic
             order by p.code, h.place, h.reading, h.position
            """)
                .one("programme", "programme", "programme", programmes::idOf)
                .text("reading")
                .needs("seq", "position", row -> row.integer("seq"))
                .text("label")
                .translated("label", "label")
                .takes("role", "role", row -> row.text("role").isEmpty() ? "theme" : row.text("role"))
                .oneIfAny("topic", "topic", "topic", written -> topics.find(written)
                        .map(Topics.Topic::id))
                .oneIfAny("question", "question", "question", sources::question)
                .takes("chosen", "chosen", row -> row.text("chosen").isEmpty() || row.yes("chosen"))
                .textIfAny("note")
                .placed("place")
                .then(
                        "sources",
                        row -> sources.cite(
                                row,
                                "theme",
                                row.text("programme") + "/" + row.text("reading") + "/" + row.integer("seq")));
    }

    @Bean
    RecordTable programmeObjectiveFile() {
        return files.file("programme_objectives", 43, "programme_objective", "programme, position", """
            select p.code as programme, b.position as seq, b.kind, b.statement as text, b.statement_translations as text_xx,
                   b.place, cited('objective', p.code || '/' || b.position) as sources
              from programme_objective b join programme p on p.id = b.programme
             order by p.code, b.place, b.position
            """)
                .one("programme", "programme", "programme", programmes::idOf)
                .needs("seq", "position", row -> row.integer("seq"))
                .text("text", "statement", Integer.MAX_VALUE)
                .translated("text", "statement")
                .takes("kind", "kind", row -> row.text("kind").isEmpty() ? "objective" : row.text("kind"))
                .placed("place")
                .then(
                        "sources",
                        row -> sources.cite(row, "objective", row.text("programme") + "/" + row.integer("seq")));
    }

    /** The ordered steps by which a programme works. */
    @Bean
    RecordTable methodStepFile() {
        return files.file("method_steps", 47, "method_step", "method, position", """
            select s.method, s.method_name, s.method_name_translations as method_name_xx, p.code as programme,
                   s.position as seq, s.kind, s.step, s.step_translations as step_xx, s.note,
                   cited('step', s.method || '/' || s.position) as sources
              from method_step s left join programme p on p.id = s.programme
             order by s.method, s.position
            """)
                .code("method")
                .text("method_name")
                .translated("method_name", "method_name")
                .oneIfAny("programme", "programme", "programme", programmes::idOf)
                .needs("seq", "position", row -> row.integer("seq"))
                .text("step")
                .translated("step", "step")
                .textIfAny("kind")
                .textIfAny("note")
                .then("sources", row -> sources.cite(row, "step", row.text("method") + "/" + row.integer("seq")));
    }
}
