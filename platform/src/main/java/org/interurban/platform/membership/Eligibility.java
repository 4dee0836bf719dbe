package org.interurban.platform.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.membership.Condition.Operator;
import org.interurban.platform.membership.Condition.Parameter;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Holds an organisation against the rules of a type of membership. */
@Service
class Eligibility {

    /** What a rule says of the organisation. */
    sealed interface Finding {
        String rule();

        record Met(String rule) implements Finding {}

        record NotMet(String rule) implements Finding {}

        /** Nothing is known by which to tell. */
        record NotKnown(String rule) implements Finding {}
    }

    /** @param region code of the region of members in which its country lies; empty outside of all, null where no country is known */
    private record Candidate(
            boolean localGovernment,
            String kind,
            @Nullable String region,
            @Nullable Long population) {

        Optional<String> known(Parameter parameter) {
            return switch (parameter) {
                case REGION -> Optional.ofNullable(region);
                case KIND -> Optional.of(kind);
                case LOCAL_GOVERNMENT -> Optional.of(localGovernment ? "yes" : "no");
                case INHABITANTS -> Optional.ofNullable(population).map(String::valueOf);
            };
        }
    }

    private record Rule(String code, String words, boolean alternative, List<Condition> conditions) {

        Finding of(Candidate candidate) {
            var answers = conditions.stream()
                    .map(condition -> condition.isMetBy(candidate.known(condition.parameter())))
                    .toList();
            if (answers.contains(Optional.of(false))) {
                return new Finding.NotMet(words);
            }
            return answers.contains(Optional.<Boolean>empty()) ? new Finding.NotKnown(words) : new Finding.Met(words);
        }
    }

    private final JdbcClient sql;

    Eligibility(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of alternatives one that is met is enough, and then nothing is said of the others. */
    List<Finding> check(OrganisationId organisation, String type, Locale locale) {
        var candidate = candidate(organisation);
        var rules = rules(type, locale);
        var isOneMet =
                rules.stream().filter(Rule::alternative).anyMatch(rule -> rule.of(candidate) instanceof Finding.Met);
        return rules.stream()
                .filter(rule -> !rule.alternative() || !isOneMet || rule.of(candidate) instanceof Finding.Met)
                .map(rule -> rule.of(candidate))
                .toList();
    }

    private Candidate candidate(OrganisationId organisation) {
        return sql.sql("""
            select o.local_government, o.kind, d.population,
                   case when o.country is not null
                        then coalesce((select code from member_region where o.country = any(countries) order by position limit 1), '')
                   end as region
              from organisation_brief o join organisation_profile d on d.id = o.id
             where o.id = ?
            """).param(organisation).query(Candidate.class).single();
    }

    /** Those that can be checked. */
    private List<Rule> rules(String type, Locale locale) {
        var rules = new ArrayList<Rule>();
        sql.sql("""
            select r.code, in_language(r.rule, r.rule_translations, :language) as words, r.alternative, c.parameter, c.operator, c.value
              from membership_rule r join membership_condition c on c.rule = r.id
             where r.subject = 'eligibility' and r.applies_to = :type
             order by r.position, r.code, c.position
            """).param("language", locale.getLanguage()).param("type", type).query(rs -> {
            var code = rs.getString("code");
            if (rules.isEmpty() || !rules.getLast().code().equals(code)) {
                rules.add(new Rule(code, rs.getString("words"), rs.getBoolean("alternative"), new ArrayList<>()));
            }
            rules.getLast()
                    .conditions()
                    .add(new Condition(
                            Coded.of(Parameter.class, rs.getString("parameter")),
                            Coded.of(Operator.class, rs.getString("operator")),
                            List.of((String[]) rs.getArray("value").getArray())));
        });
        return rules;
    }
}
