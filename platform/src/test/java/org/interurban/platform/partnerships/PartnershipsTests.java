package org.interurban.platform.partnerships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Partnerships.Wanted;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.taxonomy.TopicId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@PlatformTest
@Transactional
class PartnershipsTests {

    @Autowired
    Partnerships partnerships;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    private ProgrammeId programme;

    @BeforeEach
    void loadSample() {
        sample.load();
        programme = new ProgrammeId(sql.sql("select id from programme where code = 'YSAP'")
                .query(UUID.class)
                .single());
    }

    @AfterEach
    void forgetWhoAsks() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aPublishedRoundMakesPartnershipsOnce() {
        be(Role.PROGRAMME_OFFICER);
        var theme = new TopicId(sql.sql("select topic from partnership where code = 'IURC-Seoul-Dublin'")
                .query(UUID.class)
                .single());
        var wanted = List.of(
                new Wanted(List.of(city("seoul"), city("dublin")), theme, "2027"),
                new Wanted(List.of(city("busan"), city("rotterdam"), city("sofia")), null, null));

        assertThat(partnerships.create(programme, wanted))
                .containsExactly("YSAP-Seoul-Dublin", "YSAP-Busan-Rotterdam-Sofia");
        assertThat(partnerships.create(programme, wanted)).isEmpty();

        assertThat(sql.sql("select name || ' ' || line || ' ' || form from partnership where code ="
                                + " 'YSAP-Seoul-Dublin'")
                        .query(String.class)
                        .single())
                .isEqualTo("Seoul – Dublin A pair");
        assertThat(sql.sql("select count(*) from audit_act where act = 'partnerships.created' and subject_key"
                                + " like 'YSAP-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoeverMayNotPublishARoundMakesNone() {
        be(Role.FUNDER);

        assertThatThrownBy(() -> partnerships.create(
                        programme, List.of(new Wanted(List.of(city("seoul"), city("dublin")), null, null))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPartnershipHasTwoMembersOrMore() {
        assertThatThrownBy(() -> new Wanted(List.of(city("seoul")), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wanted(List.of(city("seoul"), city("seoul")), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private OrganisationId city(String code) {
        return sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new)
                .orElseThrow();
    }

    private static void be(Role role) {
        var request = new MockHttpServletRequest();
        request.setAttribute(
                Rights.class.getName(),
                new Person(AccountId.next(), "Somebody", List.of(new Person.Assignment(role, Scope.NETWORK))));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
