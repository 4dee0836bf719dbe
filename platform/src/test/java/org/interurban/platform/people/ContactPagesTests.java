package org.interurban.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import java.util.List;
import java.util.UUID;
import org.interurban.platform.Opening;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.directory.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ContactPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void aContactStandsOnItsCityForThoseWhoWorkWithItAndForNobodyElse() {
        assertThat(add("dublin", "Aoife Zzkelly", " Aoife.ZZ@Dublin.example ")).hasRedirectedUrl("/cities/dublin");

        assertThat(browser.get().uri("/cities/dublin").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("Aoife Zzkelly", "aoife.zz@dublin.example", "+353 1 222");
        assertThat(browser.get().uri("/cities/dublin").with(focalPointOf("dublin")))
                .bodyText()
                .contains("aoife.zz@dublin.example");
        assertThat(browser.get().uri("/cities/dublin").with(focalPointOf("seoul")))
                .bodyText()
                .doesNotContain("Zzkelly");
        assertThat(browser.get().uri("/cities/dublin")).bodyText().doesNotContain("Zzkelly");
    }

    @Test
    void aPublicHolderKeepsTheAddressForThoseWhoWorkWithIt() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example", "published", "true");

        assertThat(browser.get().uri("/cities/dublin"))
                .bodyText()
                .contains("Aoife Zzkelly")
                .doesNotContain("aoife.zz@dublin.example", "+353 1 222");
        assertThat(browser.get().uri("/api/v1/cities/dublin")).bodyText().doesNotContain("aoife.zz@dublin.example");
    }

    @Test
    void aFocalPointKeepsTheContactsOfItsOwnCityOnly() {
        assertThat(browser.get().uri("/contacts/new?organisation=dublin").with(focalPointOf("dublin")))
                .hasStatusOk();
        assertThat(browser.get().uri("/contacts/new?organisation=dublin").with(focalPointOf("seoul")))
                .hasStatus(403);
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        assertThat(browser.get()
                        .uri("/contacts/" + post("Aoife Zzkelly") + "/edit")
                        .with(focalPointOf("seoul")))
                .hasStatus(403);
    }

    @Test
    void theAddressOfAContactIsTheOneWithWhichThePersonSignsIn() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        var account = account("aoife.zz@dublin.example", Role.FOCAL_POINT, Scope.city(city("dublin")));

        assertThat(edit("Aoife Zzkelly", "kelly.zz@dublin.example")).hasRedirectedUrl("/cities/dublin");

        assertThat(sql.sql("select email || ' ' || address_key from account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo("kelly.zz@dublin.example kelly.zz@dublin.example");
        assertThat(sql.sql("select recipient from mail_message where subject like 'Your address%' and recipient"
                                + " like '%.zz@%' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("aoife.zz@dublin.example", "kelly.zz@dublin.example");
    }

    /** The form of the one post shows the address that the form of the other changes. */
    @Test
    void aFormOpenedBeforeDoesNotTakeAnAddressBack() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        add("rotterdam", "A. Zzkelly", "aoife.zz@dublin.example", "sharing", "same");
        var account = account("aoife.zz@dublin.example", Role.FOCAL_POINT, Scope.city(city("dublin")));
        var other = post("Aoife Zzkelly", "rotterdam");
        var opened = version(other);
        var officer = as(Role.PROGRAMME_OFFICER);
        var first = post("Aoife Zzkelly", "dublin");
        assertThat(edit(first, "Aoife Zzkelly", "kelly.zz@dublin.example", version(first), officer))
                .hasRedirectedUrl("/cities/dublin");

        assertThat(edit(other, "Aoife Zzkelly", "aoife.zz@dublin.example", opened, officer))
                .hasStatus(409)
                .bodyText()
                .contains("kelly.zz@dublin.example");

        assertThat(emails("Aoife Zzkelly")).containsExactly("kelly.zz@dublin.example");
        assertThat(sql.sql("select email from account where id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .isEqualTo("kelly.zz@dublin.example");
    }

    @Test
    void whoDoesMoreThanSpeakForACityIsMovedByAnAdministratorOnly() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        account("aoife.zz@dublin.example", Role.PROGRAMME_OFFICER, Scope.NETWORK);

        assertThat(edit("Aoife Zzkelly", "mine.zz@dublin.example"))
                .hasStatus(422)
                .bodyText()
                .contains("an administrator changes it");
        assertThat(emails("Aoife Zzkelly")).containsExactly("aoife.zz@dublin.example");
    }

    /** Else a city could sign in for another one. */
    @Test
    void nobodyMovesTheAddressOfWhoeverSpeaksForACityOfOthers() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        account("aoife.zz@dublin.example", Role.FOCAL_POINT, Scope.city(city("dublin")));
        add("rotterdam", "Mailbox Zz", "aoife.zz@dublin.example", "sharing", "mailbox");

        assertThat(edit("Mailbox Zz", "mine.zz@rotterdam.example", focalPointOf("rotterdam")))
                .hasStatus(422)
                .bodyText()
                .contains("an administrator changes it");

        assertThat(emails("Aoife Zzkelly")).containsExactly("aoife.zz@dublin.example");
        assertThat(sql.sql("select count(*) from account where email = 'mine.zz@rotterdam.example'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyGivesAnAddressToWhoeverHoldsAPostInACityOfOthers() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        add("rotterdam", "A. Zzkelly", "aoife.zz@dublin.example", "sharing", "same");

        var post = post("Aoife Zzkelly", "rotterdam");
        assertThat(edit(post, "Aoife Zzkelly", "mine.zz@rotterdam.example", version(post), focalPointOf("rotterdam")))
                .hasStatus(422)
                .bodyText()
                .contains("an administrator changes it");
        assertThat(emails("Aoife Zzkelly")).containsExactly("aoife.zz@dublin.example");
    }

    @Test
    void anAddressThatAnotherPersonHasIsAskedAbout() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");

        assertThat(add("rotterdam", "A. Zzkelly", "aoife.zz@dublin.example"))
                .hasStatus(422)
                .bodyText()
                .contains("Aoife Zzkelly, Director of Zz, Dublin, has this address");
        assertThat(add("rotterdam", "A. Zzkelly", "aoife.zz@dublin.example", "sharing", "same"))
                .hasStatus3xxRedirection();

        assertThat(emails("Aoife Zzkelly")).hasSize(1);
        assertThat(sql.sql("select count(*) from post p join person h on h.id = p.holder where h.name = 'Aoife"
                                + " Zzkelly'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    /** Else an address would tell who has it, and lead to what else is known of them. */
    @Test
    void whoKeepsTheContactsOfOneCityHearsNothingOfAContactOfOthersByItsAddress() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        var rotterdam = focalPointOf("rotterdam");

        assertThat(add(rotterdam, "rotterdam", "A. Guess", "aoife.zz@dublin.example"))
                .hasStatus(422)
                .bodyText()
                .contains("Somebody else on record has this address", "They share one mailbox")
                .doesNotContain("Zzkelly", "Dublin", "It is the same person");
        assertThat(add(rotterdam, "rotterdam", "A. Guess", "aoife.zz@dublin.example", "sharing", "same"))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("Zzkelly");
        assertThat(emails("Aoife Zzkelly")).hasSize(1);

        assertThat(add(rotterdam, "rotterdam", "A. Guess", "aoife.zz@dublin.example", "sharing", "mailbox"))
                .hasRedirectedUrl("/cities/rotterdam");
        add(rotterdam, "rotterdam", "Other Guess", "other.zz@rotterdam.example");
        assertThat(edit("Other Guess", "aoife.zz@dublin.example", focalPointOf("rotterdam")))
                .hasStatus(422)
                .bodyText()
                .contains("A. Guess, Director of Zz, Rotterdam, has this address")
                .doesNotContain("Zzkelly");
    }

    @Test
    void whoKeepsOnePostOfAPersonNeitherReadsNorChangesWhatIsThePersons() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example", "salutation", "Dear Aoife");
        add("rotterdam", "A. Zzkelly", "aoife.zz@dublin.example", "sharing", "same");
        var post = post("Aoife Zzkelly", "rotterdam");
        var rotterdam = focalPointOf("rotterdam");

        assertThat(browser.get().uri("/contacts/" + post + "/edit").with(rotterdam))
                .hasStatusOk()
                .bodyText()
                .contains("The person holds posts in other bodies too")
                .doesNotContain("+353 1 222", "Dear Aoife");
        assertThat(edit(post, "Renamed", "aoife.zz@dublin.example", version(post), rotterdam))
                .hasRedirectedUrl("/cities/rotterdam");

        assertThat(sql.sql("select h.name || ' ' || h.telephone || ' ' || h.salutation from person h where email ="
                                + " 'aoife.zz@dublin.example'")
                        .query(String.class)
                        .single())
                .isEqualTo("Aoife Zzkelly +353 1 222 Dear Aoife");
    }

    /** Whoever has the same address in another city would get the new one with the account. */
    @Test
    void nobodyMovesTheAddressThatAContactOfOthersHasToo() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        add("rotterdam", "Mailbox Zz", "aoife.zz@dublin.example", "sharing", "mailbox");
        account("aoife.zz@dublin.example", Role.FOCAL_POINT, Scope.city(city("rotterdam")));

        assertThat(edit("Mailbox Zz", "mine.zz@rotterdam.example", focalPointOf("rotterdam")))
                .hasStatus(422);

        assertThat(emails("Aoife Zzkelly")).containsExactly("aoife.zz@dublin.example");
    }

    @Test
    void whoeverIsRemovedNoLongerSpeaksForTheCity() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        var account = account("aoife.zz@dublin.example", Role.FOCAL_POINT, Scope.city(city("dublin")));
        var post = post("Aoife Zzkelly");

        assertThat(browser.get().uri("/contacts/" + post + "/remove").with(as(Role.PROGRAMME_OFFICER)))
                .bodyText()
                .contains("aoife.zz@dublin.example may sign in as focal point of Dublin");
        assertThat(browser.post()
                        .uri("/contacts/" + post + "/remove")
                        .with(as(Role.PROGRAMME_OFFICER))
                        .param("role", "true"))
                .hasRedirectedUrl("/cities/dublin");

        assertThat(emails("Aoife Zzkelly")).isEmpty();
        assertThat(sql.sql("select count(*) from role_assignment where account = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverHoldsAnotherPostStaysInIt() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        add("rotterdam", "Aoife Zzkelly", "aoife.zz@dublin.example", "sharing", "same");

        browser.post()
                .uri("/contacts/" + post("Aoife Zzkelly") + "/remove")
                .with(as(Role.PROGRAMME_OFFICER))
                .exchange();

        assertThat(emails("Aoife Zzkelly")).containsExactly("aoife.zz@dublin.example");
    }

    @Test
    void everyPageOpensInBothLanguages() {
        add("dublin", "Aoife Zzkelly", "aoife.zz@dublin.example");
        for (var page : List.of("edit", "remove")) {
            Opening.assertOpens(browser, "/contacts/" + post("Aoife Zzkelly") + "/" + page);
        }
    }

    private MvcTestResult add(String city, String name, String email, String... more) {
        return add(as(Role.PROGRAMME_OFFICER), city, name, email, more);
    }

    private MvcTestResult add(RequestPostProcessor who, String city, String name, String email, String... more) {
        var request = browser.post()
                .uri("/contacts/new")
                .with(who)
                .param("organisation", city)
                .param("name", name)
                .param("title", "Director of Zz")
                .param("duty", "focal-point")
                .param("email", email)
                .param("telephone", "+353 1 222");
        for (var at = 0; at < more.length; at += 2) {
            request = request.param(more[at], more[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult edit(String name, String email) {
        return edit(name, email, as(Role.PROGRAMME_OFFICER));
    }

    private MvcTestResult edit(String name, String email, RequestPostProcessor who) {
        return edit(post(name), name, email, version(post(name)), who);
    }

    private MvcTestResult edit(UUID post, String name, String email, String version, RequestPostProcessor who) {
        return browser.post()
                .uri("/contacts/" + post + "/edit")
                .with(who)
                .param("name", name)
                .param("title", "Director of Zz")
                .param("duty", "focal-point")
                .param("email", email)
                .param("version", version)
                .exchange();
    }

    private String version(UUID post) {
        return sql.sql("select (t.version + h.version)::text from post t join person h on h.id = t.holder where t.id"
                        + " = ?")
                .param(post)
                .query(String.class)
                .single();
    }

    private RequestPostProcessor focalPointOf(String city) {
        var person = TestPeople.holding(sql, Role.FOCAL_POINT, Scope.city(city(city)));
        return request -> "GET".equals(request.getMethod())
                ? person.postProcessRequest(request)
                : SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(person.postProcessRequest(request));
    }

    private AccountId account(String address, Role role, Scope scope) {
        var account = TestPeople.account(sql, role, scope);
        sql.sql("update account set email = :address, address_key = :address where id = :account")
                .param("address", address)
                .param("account", account)
                .update();
        return account;
    }

    private OrganisationId city(String code) {
        return new OrganisationId(sql.sql("select id from organisation where code = ?")
                .param(code)
                .query(UUID.class)
                .single());
    }

    private UUID post(String name) {
        return sql.sql("select p.id from post p join person h on h.id = p.holder where h.name = ? order by p.id limit"
                        + " 1")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private UUID post(String name, String city) {
        return sql.sql("select p.id from post p join person h on h.id = p.holder where h.name = ? and p.organisation"
                        + " = ?")
                .params(name, city(city))
                .query(UUID.class)
                .single();
    }

    private List<String> emails(String name) {
        return sql.sql("select email from person where name = ?")
                .param(name)
                .query(String.class)
                .list();
    }
}
