package org.interurban.platform.membership;

import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.shared.Coded;
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
                .one("type", "type", "type of membership", code -> code("membership_type", code))
                .one("region", "region", "region of members", code -> code("member_region", code))
                .yearIfAny("joined", "joined_year", FIRST_YEAR)
                .textIfAny("approved_at")
                .textIfAny("exception")
                .textIfAny("note")
                .then("sources", row -> sources.cite(row, "member", row.text("code")));
    }

    @Bean
    RecordTable membershipRuleFile() {
        return files.file("membership_rules", 45, "membership_rule", "code", """
                select code, subject, applies_to, rule, rule_translations as rule_xx, alternative, parameter, operator, value, unit, note,
                       cited('rule', code) as sources
                  from membership_rule
                 order by position, code
                """)
                .code("code")
                .text("subject")
                .textIfAny("applies_to")
                .text("rule")
                .translated("rule", "rule")
                .takes("alternative", "alternative", row -> row.yes("alternative"))
                .textIfAny("parameter")
                .textIfAny("operator")
                .textIfAny("value")
                .textIfAny("unit")
                .textIfAny("note")
                .position("position")
                .then("sources", row -> sources.cite(row, "rule", row.text("code")));
    }

    private Optional<String> code(String table, String code) {
        return sql.sql("select code from %s where code = ?".formatted(table))
                .param(code)
                .query(String.class)
                .optional();
    }

    /** Which types of member there are, and which of them may vote. */
    @Bean
    RecordTable membershipTypeFile() {
        return files.file("membership_types", 38, "membership_type", "code", """
                select code, name, name_translations as name_xx, many, many_translations as many_xx, votes
                  from membership_type order by position, code
                """)
                .code("code")
                .text("name", "name", MembershipTypes.NAME_LENGTH)
                .translated("name", "name")
                .takes(
                        "many",
                        "many",
                        row -> row.text("many").isEmpty() ? null : row.required("many", MembershipTypes.NAME_LENGTH))
                .translated("many", "many")
                .takes("votes", "votes", row -> row.yes("votes"))
                .position("position");
    }

    /** The regions by which members are grouped, each with the codes of its countries. */
    @Bean
    RecordTable memberRegionFile() {
        return files.file("member_regions", 39, "member_region", "code", """
                select code, name, name_translations as name_xx, countries, note, cited('member-region', code) as sources
                  from member_region order by position, code
                """)
                .code("code")
                .text("name", "name", MembershipTypes.NAME_LENGTH)
                .translated("name", "name")
                .takes("countries", "countries", row -> row.list("countries").toArray(String[]::new))
                .textIfAny("note")
                .position("position")
                .then("sources", row -> sources.cite(row, "member-region", row.text("code")));
    }

    /** What a body must be so that a rule is met. */
    @Bean
    RecordTable membershipConditionFile() {
        return files.file("membership_conditions", 46, "membership_condition", "rule, position", """
                select r.code as rule, c.position as seq, c.parameter, c.operator, c.value
                  from membership_condition c join membership_rule r on r.id = c.rule
                 order by r.position, r.code, c.position
                """)
                .one("rule", "rule", "rule", this::rule)
                .needs("seq", "position", row -> row.integer("seq"))
                .choice("parameter", Condition.Parameter.class)
                .needs("operator", "operator", MemberFiles::operator)
                .takes("value", "value", row -> row.list("value").toArray(String[]::new));
    }

    private Optional<UUID> rule(String code) {
        return sql.sql("select id from membership_rule where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    private static String operator(Row row) {
        var operator = row.oneOf("operator", Condition.Operator.class);
        var isSound = Coded.find(Condition.Parameter.class, row.text("parameter"))
                .flatMap(parameter -> Coded.find(Condition.Operator.class, operator)
                        .map(known -> Condition.fits(parameter, known)
                                && (parameter != Condition.Parameter.INHABITANTS
                                        || Condition.isNumber(row.list("value")))))
                .orElse(true);
        if (!isSound) {
            row.fault(
                    "operator",
                    "inhabitants are compared by at-least or at-most with a number, all else by in or not-in with a list");
        }
        return operator;
    }
}
