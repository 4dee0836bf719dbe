package org.interurban.platform.network;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of the network: how it is led, what it decided, and what was counted of it. */
@Configuration
class NetworkFiles {

    static final List<String> OFFICES = List.of(
            "president-city", "vice-president-city", "executive-committee-member", "auditor", "secretary-general");

    private static final List<String> CLUSTER_ROLES = List.of("lead", "co-lead", "member");
    private static final int NAME_LENGTH = 200;

    private final RecordFiles files;
    private final Sources sources;
    private final Directory directory;
    private final JdbcClient sql;

    NetworkFiles(RecordFiles files, Sources sources, Directory directory, JdbcClient sql) {
        this.files = files;
        this.sources = sources;
        this.directory = directory;
        this.sql = sql;
    }

    @Bean
    RecordTable clusterFile(Topics topics) {
        return files.file("clusters", 41, "cluster", "code", """
                select c.code, c.name, c.name_translations as name_xx, t.written as topic,
                       cited('cluster', c.code) as sources
                  from cluster c
                  left join topic_label t on t.id = c.topic
                 order by c.position, c.code
                """)
                .code("code")
                .text("name", "name", NAME_LENGTH)
                .translated("name", "name")
                .oneIfAny("topic", "topic", "topic", name -> topics.find(name).map(Topics.Topic::id))
                .position("position")
                .then("sources", row -> sources.cite(row, "cluster", row.text("code")));
    }

    /** Who leads a cluster. */
    @Bean
    RecordTable clusterRoleFile() {
        return files.file("cluster_roles", 42, "cluster_role", "cluster, member", """
                select c.code as cluster, m.code as member, r.role, r.elected_at,
                       partial_period(r.from_on, r.to_on, r.precision) as elected,
                       cited('cluster-role', c.code || '.' || m.code) as sources
                  from cluster_role r
                  join cluster c on c.id = r.cluster
                  join member_brief m on m.id = r.member
                 order by r.position, c.code, m.code
                """)
                .one("cluster", "cluster", "cluster", this::cluster)
                .one("member", "member", "member", this::member)
                .needs("role", "role", row -> row.oneOf("role", CLUSTER_ROLES))
                .textIfAny("elected_at")
                .date("elected", "")
                .position("position")
                .then(
                        "sources",
                        row -> sources.cite(row, "cluster-role", row.text("cluster") + "." + row.text("member")));
    }

    /** The network in one country. */
    @Bean
    RecordTable chapterFile() {
        return files.file("chapters", 43, "national_chapter", "code", """
                select n.code, n.name, n.name_translations as name_xx, n.country, m.code as host, n.note,
                       cited('chapter', n.code) as sources
                  from national_chapter n left join member_brief m on m.id = n.host
                 order by n.code
                """)
                .code("code")
                .text("name", "name", NAME_LENGTH)
                .translated("name", "name")
                .one("country", "country", "country", this::country)
                .oneIfAny("host", "host", "member", this::member)
                .textIfAny("note")
                .then("sources", row -> sources.cite(row, "chapter", row.text("code")));
    }

    /** Who holds an office of the network in a term. */
    @Bean
    RecordTable officeBearerFile() {
        return files.file("office_bearers", 44, "office_bearer", "term, role, organisation", """
                select b.term, b.role, b.rank, o.code as holder, h.code as person,
                       cited('office-bearer', b.term || '.' || b.role || '.' || o.code) as sources
                  from office_bearer b
                  join organisation_brief o on o.id = b.organisation
                  left join person_brief h on h.id = b.person
                 order by b.position, b.term, b.role, o.code
                """)
                .needs("term", "term", NetworkFiles::term)
                .needs("role", "role", row -> row.oneOf("role", OFFICES))
                .integerIfAny("rank", "rank")
                .one("holder", "organisation", "organisation", directory::idOf)
                .oneIfAny("person", "person", "person", this::person)
                .position("position")
                .then(
                        "sources",
                        row -> sources.cite(
                                row,
                                "office-bearer",
                                row.text("term") + "." + row.text("role") + "." + row.text("holder")));
    }

    private static String term(Row row) {
        var term = row.text("term");
        if (!term.isEmpty() && !term.matches("[0-9]{4}-[0-9]{4}")) {
            row.fault("term", "\"%s\" is not a term: write 2023-2026".formatted(term));
        }
        return term;
    }

    /** What was counted, by whom and when; readings that disagree share their question. */
    @Bean
    RecordTable figureFile() {
        return files.file("network_figures", 46, "network_figure", "code", """
                select code, subject, measure, low as value, high as value_max, unit, qualifier,
                       partial_period(from_on, to_on, precision) as date, precision, programme, area, question, chosen, note,
                       cited('figure', code) as sources
                  from network_figure
                 order by position, code
                """)
                .code("code")
                .text("subject")
                .text("measure")
                .quantity("value", "value_max", "qualifier", "unit")
                .date("date", "precision")
                .oneIfAny("programme", "programme", "programme", this::programme)
                .textIfAny("area")
                .oneIfAny("question", "question", "question", sources::question)
                .takes("chosen", "chosen", row -> row.text("chosen").isEmpty() || row.yes("chosen"))
                .textIfAny("note")
                .position("position")
                .then("sources", row -> sources.cite(row, "figure", row.text("code")));
    }

    /** What happened that was no activity. */
    @Bean
    RecordTable milestoneFile() {
        return files.file("milestones", 48, "milestone", "code", """
                select code, partial_period(from_on, to_on, precision) as date, precision, title, title_translations as title_xx,
                       subject, programme, description as note, cited('milestone', code) as sources
                  from milestone
                 order by code
                """)
                .code("code")
                .always("date")
                .date("date", "precision")
                .text("title")
                .translated("title", "title")
                .text("subject")
                .oneIfAny("programme", "programme", "programme", this::programme)
                .textIfAny("note", "description")
                .then("sources", row -> sources.cite(row, "milestone", row.text("code")));
    }

    private Optional<UUID> person(String code) {
        return id("select id from person_brief where code = ?", code);
    }

    private Optional<UUID> member(String code) {
        return id("select id from member_brief where code = ?", code);
    }

    private Optional<UUID> cluster(String code) {
        return id("select id from cluster where code = ?", code);
    }

    private Optional<UUID> id(String select, String code) {
        return sql.sql(select).param(code).query(UUID.class).optional();
    }

    private Optional<String> country(String code) {
        return code("select code from country_brief where code = ?", code);
    }

    private Optional<String> programme(String code) {
        return code("select code from programme_brief where code = ?", code);
    }

    private Optional<String> code(String select, String code) {
        return sql.sql(select).param(code).query(String.class).optional();
    }
}
