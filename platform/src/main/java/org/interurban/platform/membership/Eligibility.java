package org.interurban.platform.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interurban.platform.directory.OrganisationId;
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

    private record Candidate(
            boolean localGovernment,
            String kind,
            @Nullable String networkRegion,
            boolean countryKnown,
            @Nullable Long population) {

        /** North America is a region of the network, but not of the Asia-Pacific. */
        boolean isInAsiaPacific() {
            return networkRegion != null && !networkRegion.equals("north-america");
        }

        boolean isA(String kindOfRule) {
            return switch (kindOfRule) {
                case "local-authority-outside-region" -> localGovernment && countryKnown && !isInAsiaPacific();
                case "national-organisation" ->
                    Set.of("government", "public-body", "public-company", "city-network")
                            .contains(kind);
                case "development-authority" ->
                    Set.of("development-authority", "authority").contains(kind);
                case "research-training-academic" ->
                    Set.of("university", "research-centre", "training-centre").contains(kind);
                case "ngo" ->
                    Set.of("ngo", "foundation", "organisation", "city-network").contains(kind);
                case "private-corporation" -> kind.equals("company");
                default -> kind.equals(kindOfRule);
            };
        }
    }

    private final JdbcClient sql;
    private final MembershipRules rules;

    Eligibility(JdbcClient sql, MembershipRules rules) {
        this.sql = sql;
        this.rules = rules;
    }

    /** Rules on kinds name alternatives: one that is met is enough. */
    List<Finding> check(OrganisationId organisation, MembershipType type, Locale locale) {
        var candidate = sql.sql("""
            select o.local_government, o.kind, c.network_region, c.code is not null as country_known,
                   d.population
              from organisation_brief o join organisation_profile d on d.id = o.id left join country_brief c on c.code = o.country
             where o.id = ?
            """)
                .param(organisation)
                .query((rs, row) -> new Candidate(
                        rs.getBoolean("local_government"),
                        rs.getString("kind"),
                        rs.getString("network_region"),
                        rs.getBoolean("country_known"),
                        rs.getObject("population", Long.class)))
                .single();
        var rules = this.rules.on("eligibility", locale).stream()
                .filter(rule -> type.code().equals(rule.appliesTo()))
                .toList();
        var findings = new ArrayList<Finding>();
        var kinds = rules.stream()
                .filter(rule -> "organisation-kind".equals(rule.parameter()))
                .toList();
        if (!kinds.isEmpty() && kinds.stream().noneMatch(rule -> rule.value() != null && candidate.isA(rule.value()))) {
            kinds.forEach(rule -> findings.add(new Finding.NotMet(rule.rule())));
        }
        for (var rule : rules) {
            var parameter = rule.parameter() == null ? "" : rule.parameter();
            switch (parameter) {
                case "region" -> findings.add(region(rule, candidate));
                case "inhabitants" -> findings.add(inhabitants(rule, candidate));
                default -> {} // kinds were looked at together
            }
        }
        return findings;
    }

    private static Finding region(MembershipRules.Rule rule, Candidate candidate) {
        if (!candidate.countryKnown()) {
            return new Finding.NotKnown(rule.rule());
        }
        return candidate.isInAsiaPacific() && candidate.localGovernment() && !candidate.isA("development-authority")
                ? new Finding.Met(rule.rule())
                : new Finding.NotMet(rule.rule());
    }

    private static Finding inhabitants(MembershipRules.Rule rule, Candidate candidate) {
        var least = rule.value();
        if (candidate.population() == null || least == null) {
            return new Finding.NotKnown(rule.rule());
        }
        return candidate.population() >= Long.parseLong(least)
                ? new Finding.Met(rule.rule())
                : new Finding.NotMet(rule.rule());
    }
}
