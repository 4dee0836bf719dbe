package org.interurban.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.interurban.platform.LeavesRecords;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.StatementCount;
import org.interurban.platform.TestPeople;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.audit.Verdict;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.web.ThisNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@LeavesRecords
class AccountsPagesTests {

    @Autowired
    ThisNetwork network;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Audit audit;

    @Autowired
    People people;

    @Autowired
    RoleHolders holders;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    TellOfRole tell;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void listsFiltersAndDownloadsForThoseWhoMayGiveRights() {
        var administrator = administrator();
        var editor = TestPeople.account(sql, Role.EDITOR);

        assertThat(get(administrator, "/accounts?role=EDITOR&q=" + editor))
                .hasStatusOk()
                .bodyText()
                .contains(editor + "@example.org", "1 to 1 of 1");
        assertThat(get(administrator, "/accounts.csv?q=" + editor))
                .hasStatusOk()
                .bodyText()
                .contains("id,name,email,roles,state,seen_at", "EDITOR", "active");
        assertThat(browser.get().uri("/accounts").locale(Locale.KOREAN).with(user(administrator.toString())))
                .bodyText()
                .contains("계정", "편집자");
    }

    @Test
    void isForbiddenForOthersOnPageAndSheet() {
        var officer = TestPeople.account(sql, Role.PROGRAMME_OFFICER);

        assertThat(get(officer, "/accounts")).hasStatus(403);
        assertThat(get(officer, "/audit")).hasStatus(403);
        assertThat(browser.get().uri("/accounts.csv")).hasStatus3xxRedirection();
    }

    @Test
    void invitesByMailInTheLanguageOfThePersonAndOnlyOnce() {
        var administrator = administrator();
        var email = UUID.randomUUID() + "@busan.example";

        var invited =
                post(administrator, "/accounts", "name", "Focal point of Busan", "email", email, "language", "ko");

        assertThat(invited).hasStatus3xxRedirection();
        assertThat(mailTo(email)).contains("계정", "/sign-in/link?token=");
        assertThat(post(administrator, "/accounts", "name", "Again", "email", email.toUpperCase(Locale.ROOT)))
                .hasRedirectedUrl(invited.getResponse().getRedirectedUrl());
    }

    @Test
    void keepsWhatWasTypedWhenAnInvitationIsIncomplete() {
        assertThat(post(administrator(), "/accounts", "name", "Focal point", "email", "busan"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Focal point\"", "value=\"busan\"", "aria-invalid=\"true\"", "href=\"#email\"");
    }

    @Test
    void givesARoleWithinACityAndTakesItBack() {
        var administrator = administrator();
        var account = TestPeople.account(sql, Role.TRAINEE);
        var city = city();

        assertThat(post(
                        administrator,
                        "/accounts/" + account + "/roles",
                        "role",
                        "FOCAL_POINT",
                        "kind",
                        "CITY",
                        "place",
                        city.code()))
                .hasStatus3xxRedirection();
        assertThat(holders.of(Role.FOCAL_POINT, Scope.city(new Scope.Id(city.id()))))
                .extracting(RoleHolders.Holder::account)
                .containsExactly(account);
        assertThat(get(administrator, "/accounts/" + account)).bodyText().contains("Focal point", city.code());

        var assignment = sql.sql("select id from role_assignment where account = :account and role = 'FOCAL_POINT'")
                .param("account", account)
                .query(UUID.class)
                .single();
        post(administrator, "/accounts/" + account + "/roles/" + assignment + "/withdraw");

        assertThat(holders.of(Role.FOCAL_POINT, Scope.city(new Scope.Id(city.id()))))
                .isEmpty();
    }

    @Test
    void presetsNothingAndGivesACitysRoleInACityOnly() {
        var administrator = administrator();
        var account = TestPeople.account(sql, Role.TRAINEE);
        var address = "/accounts/" + account;
        assertThat(get(administrator, address)).bodyText().doesNotContain("selected");

        assertThat(post(administrator, address + "/roles", "role", "FOCAL_POINT", "kind", "", "place", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose where the role is held.");
        for (var role : new String[] {"FOCAL_POINT", "STAKEHOLDER", "VOTER", "DELEGATE", "REGIONAL_TEAM"}) {
            assertThat(post(administrator, address + "/roles", "role", role, "kind", "NETWORK", "place", ""))
                    .as(role)
                    .hasStatus(422)
                    .bodyText()
                    .contains("can be held in: ", "id=\"kind-error\"");
        }
        assertThat(accounts.roles(List.of(account))).hasSize(1);
    }

    @Test
    void findsAPlaceByItsNameInAnyLanguage() {
        var administrator = administrator();
        var account = TestPeople.account(sql, Role.TRAINEE);
        var city = city();
        var name = "Example " + UUID.randomUUID();
        var korean = "예 " + UUID.randomUUID();
        sql.sql("update organisation set name = ?, name_translations = with_translation('{}', 'ko', ?) where id = ?")
                .params(name, korean, city.id())
                .update();

        for (var place : new String[] {name.toUpperCase(Locale.ROOT), korean, city.code()}) {
            sql.sql("delete from role_assignment where account = ? and role = 'FOCAL_POINT'")
                    .param(account)
                    .update();
            assertThat(post(
                            administrator,
                            "/accounts/" + account + "/roles",
                            "role",
                            "FOCAL_POINT",
                            "kind",
                            "CITY",
                            "place",
                            place))
                    .as(place)
                    .hasStatus3xxRedirection();
            assertThat(accounts.roles(List.of(account)))
                    .extracting(Accounts.Held::scope)
                    .contains(Scope.city(new Scope.Id(city.id())));
        }

        var other = city();
        sql.sql("update organisation set name = ? where id = ?")
                .params(name, other.id())
                .update();
        assertThat(post(
                        administrator,
                        "/accounts/" + account + "/roles",
                        "role",
                        "FOCAL_POINT",
                        "kind",
                        "CITY",
                        "place",
                        name))
                .hasStatus(422)
                .bodyText()
                .contains("Several have this name", city.code(), other.code());
        assertThat(get(administrator, "/accounts/" + account)).bodyText().contains("<option value=\"" + other.code());
    }

    @Test
    void invitesSomebodyWithTheFirstRoleInOneAct() {
        var administrator = administrator();
        var city = city();
        var email = UUID.randomUUID() + "@busan.example";
        var typed =
                new String[] {"name", "Focal point", "email", email, "role", "FOCAL_POINT", "kind", "CITY", "place", "x"
                };

        assertThat(post(administrator, "/accounts", typed))
                .hasStatus(422)
                .bodyText()
                .contains("There is none with this name or code");
        assertThat(accounts.account(MailAddress.of(email).orElseThrow()))
                .as("nobody is invited by half")
                .isEmpty();
        assertThat(sql.sql("select count(*) from mail_message where recipient = ?")
                        .param(email)
                        .query(Long.class)
                        .single())
                .isZero();

        typed[typed.length - 1] = city.code();
        assertThat(post(administrator, "/accounts", typed)).hasStatus3xxRedirection();

        assertThat(holders.of(Role.FOCAL_POINT, Scope.city(new Scope.Id(city.id()))))
                .extracting(RoleHolders.Holder::email)
                .containsExactly(email);
        assertThat(mailTo(email))
                .as("who is greeted, who invites to which network, as what")
                .contains(
                        "Dear Focal point,",
                        "Test ADMINISTRATOR has given you an account on " + network.name(Locale.ENGLISH))
                .contains("Focal point, city: ", "/sign-in/link?token=");
        assertThat(sql.sql("select reply_to from mail_message where recipient = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .isEqualTo(administrator + "@example.org");
        assertThat(get(administrator, "/accounts?q=" + email))
                .bodyText()
                .contains("Focal point", "city " + city.code());
        assertThat(get(administrator, "/accounts.csv?q=" + email)).bodyText().contains("FOCAL_POINT " + city.code());
    }

    @Test
    void tellsBothSidesWhereAnInvitationAddsARoleToAKnownAccount() {
        var administrator = administrator();
        var city = city();
        var email = UUID.randomUUID() + "@busan.example";
        var typed = new String[] {
            "name", "Known", "email", email, "role", "FOCAL_POINT", "kind", "CITY", "place", city.code()
        };
        var account = accounts.add(new MailAddress(email), "Known", "ko").orElseThrow();
        sql.sql("update account set seen_at = now() where id = ?")
                .param(account)
                .update();

        assertThat(post(administrator, "/accounts", typed))
                .hasStatus3xxRedirection()
                .flash()
                .containsEntry("notice", "accounts.known.role");
        assertThat(sql.sql("select subject || body from mail_message where recipient = ? and not secret")
                        .param(email)
                        .query(String.class)
                        .single())
                .contains("역할", city.code(), "/sign-in");

        sql.sql("update account set disabled_at = now() where id = ?")
                .param(account)
                .update();
        assertThat(post(administrator, "/accounts", typed))
                .flash()
                .containsEntry("notice", "accounts.known.closed")
                .containsEntry("noticeKind", "warn");
        assertThat(lettersTo(email)).isEqualTo(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void writesNoLinkOfAnInvitationThatIsRefused(CapturedOutput console) {
        var email = UUID.randomUUID() + "@busan.example";
        var typed =
                new String[] {"name", "Refused", "email", email, "role", "FOCAL_POINT", "kind", "CITY", "place", "x"};

        assertThat(post(administrator(), "/accounts", typed)).hasStatus(422);
        assertThat(console.getAll()).doesNotContain(email, "/sign-in/link?token=");

        assertThat(post(administrator(), "/accounts", "name", "Invited", "email", email))
                .hasStatus3xxRedirection();
        assertThat(console.getOut()).contains("kept for " + email);
    }

    @Test
    void aFocalPointOfTheWholeNetworkFromEarlierHasNoEffectAndIsListed() {
        var account = TestPeople.account(sql, Role.TRAINEE);
        transaction.executeWithoutResult(earlier -> {
            sql.sql("alter table role_assignment drop constraint role_assignment_place")
                    .update();
            sql.sql("""
                insert into role_assignment (id, account, role, scope_kind, granted_at)
                values (gen_random_uuid(), ?, 'FOCAL_POINT', 'NETWORK', now())
                """).param(account).update();

            assertThat(people.find(account).orElseThrow().mayAnywhere(PartnershipPermission.PARTNERSHIP_EDIT))
                    .isFalse();
            assertThat(get(administrator(), "/accounts"))
                    .bodyText()
                    .contains("Roles without effect", "without effect here", "/accounts/" + account);
            earlier.setRollbackOnly();
        });
        assertThat(get(administrator(), "/accounts")).bodyText().doesNotContain("Roles without effect");
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseHoldsEachRoleToTheSamePlaces(Role role) {
        var account = TestPeople.account(sql, Role.TRAINEE);
        sql.sql("delete from role_assignment where account = ?").param(account).update();
        for (var kind : roles.kinds()) {
            var scope = new Scope(kind, kind.equals(Scope.Kind.NETWORK) ? null : new Scope.Id(UUID.randomUUID()));
            var given = catchThrowable(() -> accounts.assign(account, role, scope, null));

            assertThat(given == null).as("%s in %s", role, kind).isEqualTo(role.isHeldIn(kind));
        }
    }

    @Test
    void aRoleInAKindOfPlaceThatNoModuleKnowsIsShownAndHasNoEffectInAnyOther() {
        var account = TestPeople.account(sql, Role.TRAINEE);
        sql.sql("""
            insert into role_assignment (id, account, role, scope_kind, scope_id, granted_at)
            values (gen_random_uuid(), ?, 'PROGRAMME_OFFICER', 'LOST_WORLD', gen_random_uuid(), now())
            """).param(account).update();

        assertThat(get(administrator(), "/accounts/" + account)).bodyText().contains("a kind of place that is no more");
        assertThat(people.find(account).orElseThrow().may(PartnershipPermission.PARTNERSHIP_EDIT))
                .isFalse();
    }

    @Test
    void offersEveryKindOfScopeThatAModuleKnows() {
        var account = TestPeople.account(sql, Role.TRAINEE);

        assertThat(get(administrator(), "/accounts/" + account))
                .bodyText()
                .contains("value=\"NETWORK\"", "value=\"PROGRAMME\"", "value=\"PARTNERSHIP\"", "value=\"CITY\"");
        for (var kind : new String[] {"PROGRAMME", "PARTNERSHIP"}) {
            assertThat(post(
                            administrator(),
                            "/accounts/" + account + "/roles",
                            "role",
                            "EXPERT",
                            "kind",
                            kind,
                            "place",
                            "ATLANTIS"))
                    .hasStatus(422);
        }
    }

    @Test
    void saysSoWhenThereIsNoCityWithTheCode() {
        var account = TestPeople.account(sql, Role.TRAINEE);

        assertThat(post(
                        administrator(),
                        "/accounts/" + account + "/roles",
                        "role",
                        "FOCAL_POINT",
                        "kind",
                        "CITY",
                        "place",
                        "atlantis"))
                .hasStatus(422)
                .bodyText()
                .contains("There is none with this name or code", "value=\"atlantis\"");
    }

    @Test
    void whoAdministersOneCityHasNoPartInTheAccountsOfTheNetwork() {
        var here = city();
        var administrator = TestPeople.account(sql, Role.ADMINISTRATOR, Scope.city(new Scope.Id(here.id())));
        var account = TestPeople.account(sql, Role.TRAINEE);
        var address = "/accounts/" + account + "/roles";

        assertThat(post(administrator, address, "role", "FOCAL_POINT", "kind", "CITY", "place", here.code()))
                .hasStatus(403);
        assertThat(post(administrator, address, "role", "ADMINISTRATOR", "kind", "NETWORK"))
                .hasStatus(403);
        assertThat(post(administrator, "/accounts/" + account + "/erase")).hasStatus(403);
    }

    @Test
    void erasesAPersonAndLeavesATrailThatVerifies() {
        var administrator = administrator();
        var account = TestPeople.account(sql, Role.EDITOR);
        var email = account + "@example.org";
        post(administrator, "/accounts/" + account + "/invite");

        assertThat(get(administrator, "/accounts/" + account + "/erase"))
                .bodyText()
                .contains("Test EDITOR");
        assertThat(post(administrator, "/accounts/" + account + "/erase")).hasStatus3xxRedirection();

        assertThat(people.find(account)).isEmpty();
        assertThat(get(administrator, "/accounts/" + account)).bodyText().doesNotContain(email, "Test EDITOR");
        for (var table : new String[] {"account", "mail_message", "row_history", "audit_act", "sign_in_link"}) {
            assertThat(sql.sql("select count(*) from " + table + " t where t::text like '%" + email + "%'")
                            .query(Long.class)
                            .single())
                    .describedAs(table)
                    .isZero();
        }
        assertThat(audit.verify()).isInstanceOf(Verdict.Valid.class);
        assertThat(get(administrator, "/audit?subject=" + account)).bodyText().contains("Person erased");
    }

    @Test
    void keepsTheLastAdministrator() {
        var roles = sql.sql("delete from role_assignment where role = 'ADMINISTRATOR'");
        roles.update();
        var administrator = administrator();

        for (var deed : new String[] {"disable", "erase"}) {
            post(administrator, "/accounts/" + administrator + "/" + deed);
            assertThat(people.find(administrator)).isPresent();
        }
        var assignment = sql.sql("select id from role_assignment where account = :account")
                .param("account", administrator)
                .query(UUID.class)
                .single();
        post(administrator, "/accounts/" + administrator + "/roles/" + assignment + "/withdraw");

        assertThat(get(administrator, "/accounts")).hasStatusOk();
    }

    @Test
    void showsTheHistoryOfAnAssignedRole() {
        var administrator = administrator();
        var account = TestPeople.account(sql, Role.TRAINEE);
        var city = city();
        post(administrator, "/accounts/" + account + "/roles", "role", "EXPERT", "kind", "CITY", "place", city.code());
        var assignment = sql.sql("select id from role_assignment where account = :account and role = 'EXPERT'")
                .param("account", account)
                .query(UUID.class)
                .single();

        assertThat(get(administrator, "/history/role_assignment/" + assignment))
                .hasStatusOk()
                .bodyText()
                .contains("Entered", "EXPERT", "Test ADMINISTRATOR");
        assertThat(get(administrator, "/history/account/" + account)).hasStatus(404);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void invitesTheFirstAdministratorUntilThatPersonHasCome(CapturedOutput console) {
        var email = UUID.randomUUID() + "@secretariat.example";
        var first = new FirstAdministrator(accounts, tell, audit, network, email);

        transaction.executeWithoutResult(status -> first.run(new DefaultApplicationArguments()));
        transaction.executeWithoutResult(status -> first.run(new DefaultApplicationArguments()));
        assertThat(lettersTo(email)).isEqualTo(2);
        assertThat(console.getOut().split(Pattern.quote("/sign-in/link?token="), -1))
                .as("one link each time")
                .hasSize(3);
        assertThat(console).contains("kept for " + email);
        var account = accounts.account(new MailAddress(email)).orElseThrow();
        assertThat(people.find(account.id()).orElseThrow().may(AccountPermission.ACCOUNTS))
                .isTrue();

        sql.sql("update account set seen_at = now() where id = :id")
                .param("id", account.id())
                .update();
        transaction.executeWithoutResult(status -> first.run(new DefaultApplicationArguments()));
        assertThat(lettersTo(email)).isEqualTo(2);
    }

    @Test
    void needsFewStatementsForAPage() {
        var administrator = administrator();

        for (var path : new String[] {"/accounts", "/accounts/" + administrator, "/audit", "/outbox", "/jobs"}) {
            assertThat(StatementCount.of(() -> get(administrator, path)))
                    .describedAs(path)
                    .isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
        }
    }

    @Test
    void verifiesTheTrailOnAPage() {
        assertThat(get(administrator(), "/audit/verify"))
                .hasStatusOk()
                .bodyText()
                .contains("The trail is valid");
    }

    @Test
    void hidesKeysInTheOutboxFromThoseWhoMayNotGiveRights() {
        var administrator = administrator();
        var officer = TestPeople.account(sql, Role.PROGRAMME_OFFICER);
        var email = UUID.randomUUID() + "@busan.example";
        post(administrator, "/accounts", "name", "Focal point", "email", email);
        var letter = sql.sql("select id from mail_message where recipient = :email")
                .param("email", email)
                .query(UUID.class)
                .single();

        assertThat(get(officer, "/outbox?q=" + email)).hasStatusOk().bodyText().contains(email);
        assertThat(get(officer, "/outbox/" + letter)).hasStatusOk().bodyText().doesNotContain("token=");
        assertThat(get(administrator, "/outbox/" + letter)).bodyText().contains("token=");
        assertThat(browser.get().uri("/outbox")).hasStatus3xxRedirection();
    }

    @Test
    void answersProgramsWithProblemsInsteadOfPages() {
        var officer = TestPeople.account(sql, Role.PROGRAMME_OFFICER);

        assertThat(get(officer, "/actuator/metrics")).hasStatus(403).hasContentType("application/problem+json");
        assertThat(browser.get().uri("/actuator/metrics")).hasStatus(401).hasContentType("application/problem+json");
        assertThat(browser.get().uri("/actuator/health")).hasStatusOk();
    }

    @Test
    void givesSomebodyAnotherAddressAndTellsBoth() {
        var administrator = administrator();
        var account = TestPeople.account(sql, Role.EDITOR);
        var before = account + "@example.org";
        var after = UUID.randomUUID() + "@example.org";
        var page = "/accounts/" + account + "/address";

        post(administrator, page, "email", "no address");
        post(administrator, page, "email", administrator + "@example.org");
        assertThat(lettersTo(before)).isZero();
        post(administrator, page, "email", after);

        assertThat(sql.sql("select email from account where id = ?")
                        .param(account.value())
                        .query(String.class)
                        .single())
                .isEqualTo(after);
        assertThat(lettersTo(before)).isEqualTo(1);
        assertThat(lettersTo(after)).isEqualTo(1);
        assertThat(post(account, page, "email", before)).hasStatus(403);
    }

    private AccountId administrator() {
        return TestPeople.account(sql, Role.ADMINISTRATOR);
    }

    private record City(UUID id, String code) {}

    private City city() {
        var city = new City(UUID.randomUUID(), "city-" + UUID.randomUUID());
        sql.sql("insert into organisation (id, code, kind, local_government, name) values (:id, :code, 'city',"
                        + " true, :code)")
                .param("id", city.id())
                .param("code", city.code())
                .update();
        return city;
    }

    private MvcTestResult get(AccountId account, String address) {
        return browser.get().uri(address).with(user(account.toString())).exchange();
    }

    private MvcTestResult post(AccountId account, String address, String... fields) {
        var request = browser.post().uri(address).with(user(account.toString())).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private long lettersTo(String email) {
        return sql.sql("select count(*) from mail_message where recipient = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private String mailTo(String email) {
        return sql.sql("select body from mail_message where recipient = :email")
                .param("email", email)
                .query(String.class)
                .single();
    }
}
