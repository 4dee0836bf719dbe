package org.interurban.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.membership.Condition.Operator;
import org.interurban.platform.membership.Condition.Parameter;
import org.interurban.platform.membership.Eligibility.Finding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class EligibilityTests {

    @Autowired
    Eligibility eligibility;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void aNetworkOfAnotherPartOfTheWorldHasItsOwnRule() {
        assertThat(findings("rotterdam", "full")).hasAtLeastOneElementOfType(Finding.NotMet.class);

        sql.sql("insert into member_region (id, code, name, countries, position)"
                        + " values (gen_random_uuid(), 'rhine', 'The Rhine', '{NL,DE,CH}', 9)")
                .update();
        sql.sql("update membership_condition set value = '{rhine}' where parameter = 'region' and operator = 'in'")
                .update();

        assertThat(findings("rotterdam", "full")).noneMatch(Finding.NotMet.class::isInstance);
        assertThat(findings("busan", "full")).hasAtLeastOneElementOfType(Finding.NotMet.class);
    }

    @Test
    void ofAlternativesOneIsEnough() {
        assertThat(findings("rotterdam", "associate"))
                .containsOnly(new Finding.Met("Local authorities elsewhere can be associates."));
        assertThat(findings("busan", "associate")).isNotEmpty().noneMatch(Finding.Met.class::isInstance);
    }

    @Test
    void whatIsNotKnownIsNeitherMetNorNotMet() {
        sql.sql("update organisation set country = null where code = 'busan'").update();

        assertThat(findings("busan", "full")).hasAtLeastOneElementOfType(Finding.NotKnown.class);
    }

    @Test
    void aConditionThatComparesTheWrongWayCannotBe() {
        assertThatThrownBy(() -> new Condition(Parameter.REGION, Operator.AT_LEAST, List.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition(Parameter.INHABITANTS, Operator.AT_LEAST, List.of("many")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Finding> findings(String organisation, String type) {
        var id = sql.sql("select id from organisation where code = ?")
                .param(organisation)
                .query(UUID.class)
                .single();
        return eligibility.check(new OrganisationId(id), type, Locale.ENGLISH);
    }
}
