package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.interurban.platform.FormHttp;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;

/** What was typed and not sent. */
@PlatformTest
@LeavesRecords
class DraftsTests {

    private static final String PAGE = "/actions/new?partnership=IURC-Busan-Rotterdam";
    private static final String FORM = "/actions/new";
    private static final String SECRET = "zqhalf-filled";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Autowired
    WholeSample sample;

    @Autowired
    Drafts drafts;

    AccountId account;
    FormHttp officer;

    @BeforeEach
    void signIn() {
        sample.load();
        account = TestPeople.account(sql, Role.ADMINISTRATOR);
        officer = new FormHttp(port, TestPeople.session(account, sessions));
    }

    private FormHttp.Form draft(FormHttp.Form typed) {
        return typed.to("/drafts")
                .with("form", FORM)
                .with("page", PAGE)
                .with("title", "New action")
                .with("fields", "[[\"statement.original\",\"%s\"]]".formatted(SECRET));
    }

    private String offered(FormHttp reader) {
        return reader.get("/drafts?form=" + FORM).body();
    }

    @Test
    void isOfferedToWhoeverTypedItAndToNobodyElse() {
        var kept = officer.post(draft(officer.open(PAGE, FORM)));

        assertThat(kept.statusCode()).isEqualTo(204);
        assertThat(offered(officer)).contains("Your draft of", SECRET);
        var colleague = new FormHttp(port, TestPeople.session(TestPeople.account(sql, Role.ADMINISTRATOR), sessions));
        assertThat(offered(colleague)).doesNotContain(SECRET);
        assertThat(offered(new FormHttp(port, "none"))).doesNotContain(SECRET);
    }

    @Test
    void isDroppedOnceTheFormIsSent() {
        var typed = officer.open(PAGE, FORM);
        officer.post(draft(typed));

        officer.post(typed.with("statement.original", ""));
        assertThat(offered(officer)).as("after a refusal").contains(SECRET);
        officer.post(typed.with("statement.original", "Example " + UUID.randomUUID()));

        assertThat(offered(officer)).doesNotContain(SECRET);
        officer.post(draft(typed));
        assertThat(offered(officer)).as("a draft that comes after its form").doesNotContain(SECRET);
    }

    @Test
    void isDroppedWhenItIsThrownAway() {
        var typed = officer.open(PAGE, FORM);
        officer.post(draft(typed));

        officer.post(typed.to("/drafts/discard").with("form", FORM));

        assertThat(offered(officer)).doesNotContain(SECRET);
    }

    @Test
    void isForgottenAfterAMonthAndWithTheAccount() {
        officer.post(draft(officer.open(PAGE, FORM)));
        drafts.forgetOld();
        assertThat(drafts.of(account)).hasSize(1);

        sql.sql("update form_draft set at = at - interval '31 days' where account = ?")
                .param(account.value())
                .update();
        drafts.forgetOld();
        assertThat(drafts.of(account)).isEmpty();

        officer.post(draft(officer.open(PAGE, FORM)));
        drafts.forget(account);
        assertThat(drafts.of(account)).isEmpty();
    }

    @Test
    void keepsNoMoreThanTheNewestFifty() {
        var draft = draft(officer.open(PAGE, FORM));
        for (var form = 0; form < Drafts.MOST + 3; form++) {
            officer.post(draft.with("form", "/example/" + form));
        }

        assertThat(drafts.of(account)).hasSize(Drafts.MOST);
    }

    @ParameterizedTest
    @CsvSource({
        "form,//elsewhere.example",
        "form,/\\elsewhere",
        "page,https://elsewhere.example/",
        "title,' '",
        "fields,''",
        "once,x"
    })
    void refusesWhatNoPageSends(String field, String value) {
        var kept = officer.post(draft(officer.open(PAGE, FORM)).with(field, value));

        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(drafts.of(account)).isEmpty();
    }
}
