package org.interurban.platform.partnerships;

import java.util.Objects;
import java.util.UUID;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.taxonomy.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file of who belongs to partnerships. */
@Configuration
class PartnershipFiles {

    @Bean
    RecordTable partnershipMemberFile(
            RecordFiles files,
            Partnerships partnerships,
            Directory directory,
            Groups groups,
            JdbcClient sql,
            Sources sources) {
        return files.file("partnership_members", 51, "partnership_member", "partnership, organisation", """
                select s.code as partnership, m.side as seq, o.code as organisation, f.code as group, m.role, m.agreed_on as agreed,
                       m.joined_on as joined, m.left_on as left, cited('partnership-member', s.code || '/' || o.code) as sources
                  from partnership_member m
                  join partnership s on s.id = m.partnership
                  join organisation_brief o on o.id = m.organisation
                  left join programme_group_brief f on f.id = m.programme_group
                 order by s.code, m.side, o.code
                """)
                .one("partnership", "partnership", "partnership", partnerships::idOf)
                .one("organisation", "organisation", "organisation", directory::idOf)
                .takes("seq", "side", row -> Objects.requireNonNullElse(row.integer("seq"), 1))
                .takes("group", "programme_group", row -> group(row, groups, sql))
                .textIfAny("role")
                .takes("agreed", "agreed_on", row -> row.period("agreed", "", "")
                        .from())
                .takes("joined", "joined_on", row -> row.period("joined", "", "")
                        .from())
                .takes("left", "left_on", row -> row.period("left", "", "").to())
                .then(
                        "sources",
                        row -> sources.cite(
                                row, "partnership-member", row.text("partnership") + "/" + row.text("organisation")));
    }

    @Bean
    RecordTable partnershipMatchFile(RecordFiles files, Partnerships partnerships, Directory directory, Topics topics) {
        return files.file("partnership_matches", 53, "partnership_match", "partnership, position", """
                select p.code as partnership, x.position as seq, x.kind, o.code as one, x.one_says,
                       x.one_says_translations as one_says_xx, w.code as other, x.other_says,
                       x.other_says_translations as other_says_xx, t.written as topic
                  from partnership_match x
                  join partnership p on p.id = x.partnership
                  join organisation_brief o on o.id = x.one
                  join organisation_brief w on w.id = x.other
                  left join topic_label t on t.id = x.topic
                 order by p.code, x.position
                """)
                .one("partnership", "partnership", "partnership", partnerships::idOf)
                .needs("seq", "position", row -> row.integer("seq"))
                .choice("kind", Origin.Kind.class)
                .one("one", "one", "organisation", directory::idOf)
                .text("one_says")
                .translated("one_says", "one_says")
                .one("other", "other", "organisation", directory::idOf)
                .text("other_says")
                .translated("other_says", "other_says")
                .oneIfAny("topic", "topic", "topic", written -> topics.find(written)
                        .map(Topics.Topic::id));
    }

    /** The id of the group of its programme that is written so. */
    private static @Nullable Object group(Row row, Groups groups, JdbcClient sql) {
        var programme = sql.sql("select programme from partnership where code = ?")
                .param(row.text("partnership"))
                .query(UUID.class)
                .optional()
                .map(ProgrammeId::new);
        return row.text("group").isEmpty() || programme.isEmpty()
                ? null
                : sql.sql("select id from programme_group_brief where programme = :programme and code = :code")
                        .param("programme", programme.get())
                        .param("code", groups.known(programme.get(), row.text("group")))
                        .query(UUID.class)
                        .single();
    }
}
