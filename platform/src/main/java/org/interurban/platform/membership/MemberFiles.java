package org.interurban.platform.membership;

import java.util.Optional;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.sources.Sources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of members and of the rules by which a body may be one. */
@Configuration
class MemberFiles {

    /** No member joined before. */
    private static final int FIRST_YEAR = 1900;

    private final RecordFiles files;
    private final Sources sources;
    private final Directory directory;
    private final JdbcClient sql;

    MemberFiles(RecordFiles files, Sources sources, Directory directory, JdbcClient sql) {
        this.files = files;
        this.sources = sources;
        this.directory = directory;
        this.sql = sql;
    }

    @Bean
    RecordTable memberFile() {
        return files.file("members", 40, "member", "code", """
                select m.code, o.code as organisation, m.type, m.region, m.joined_year as joined, m.approved_at, m.exception,
                       m.note, cited('member', m.code) as sources
                  from member m join organisation_brief o on o.id = m.organisation
                 order by m.code
                """)
                .code("code")
                .one("organisation", "organisation", "organisation", directory::idOf)
                .choice("type", MembershipType.class)
                .one("region", "region", "region of members", this::region)
                .yearIfAny("joined", "joined_year", FIRST_YEAR)
                .textIfAny("approved_at")
                .textIfAny("exception")
                .textIfAny("note")
                .then("sources", row -> sources.cite(row, "member", row.text("code")));
    }

    @Bean
    RecordTable membershipRuleFile() {
        return files.file("membership_rules", 45, "membership_rule", "code", """
                select code, subject, applies_to, rule, rule_translations as rule_xx, parameter, operator, value, unit, note,
                       cited('rule', code) as sources
                  from membership_rule
                 order by position, code
                """)
                .code("code")
                .text("subject")
                .textIfAny("applies_to")
                .text("rule")
                .translated("rule", "rule")
                .textIfAny("parameter")
                .textIfAny("operator")
                .textIfAny("value")
                .textIfAny("unit")
                .textIfAny("note")
                .position("position")
                .then("sources", row -> sources.cite(row, "rule", row.text("code")));
    }

    private Optional<String> region(String code) {
        return sql.sql("select code from topic_label where taxonomy = ? and code = ?")
                .params(Members.REGIONS, code)
                .query(String.class)
                .optional();
    }
}
