package org.interurban.platform.membership;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of the network, in its own words and, where they can be checked, as a parameter and its value. */
@Repository
public class MembershipRules {

    public record Rule(
            String code,
            String subject,
            @Nullable String appliesTo,
            String rule,
            @Nullable String ruleLanguage,
            @Nullable String parameter,
            @Nullable String operator,
            @Nullable String value,
            @Nullable String note) {}

    private final JdbcClient sql;

    MembershipRules(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those on one subject: eligibility, admission, fee, clusters. */
    public List<Rule> on(String subject, Locale locale) {
        return all(locale).stream()
                .filter(rule -> rule.subject().equals(subject))
                .toList();
    }

    List<Rule> all(Locale locale) {
        return sql.sql("""
            select code, subject, applies_to, in_language(rule, rule_translations, :language) as rule,
                   language_shown(rule_translations, :language) as rule_language, parameter, operator, value, note
              from membership_rule order by position
            """)
                .param("language", locale.getLanguage())
                .query(Rule.class)
                .list();
    }
}
