package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.interurban.platform.authority.Access;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.pairing.RoundHttp;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.sources.RecordKinds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A marked secret in every kind of record, and every address there is, asked by those who may not see it and by those who may. */
@PlatformTest
@TestPropertySource(properties = "interurban.test.database=WhoSeesWhatTests") // it leaves secrets behind
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhoSeesWhatTests {

    /** Somebody who asks; {@code place} is the code of a city or a programme, null for the whole network. */
    enum Reader {
        NOBODY(null, null, null),
        FOCAL_POINT_ELSEWHERE(Role.FOCAL_POINT, Scope.Kind.CITY, "suva"),
        OFFICER_ELSEWHERE(Role.PROGRAMME_OFFICER, ProgrammeId.SCOPE, "ICP-AGIR"),
        OFFICER_OF_A_CITY(Role.PROGRAMME_OFFICER, Scope.Kind.CITY, "suva"),
        ADMINISTRATOR_OF_A_CITY(Role.ADMINISTRATOR, Scope.Kind.CITY, "suva"),
        REGIONAL_TEAM_ELSEWHERE(Role.REGIONAL_TEAM, Scope.Kind.CITY, "suva"),
        MEMBERSHIP(Role.MEMBERSHIP_OFFICER, Scope.Kind.NETWORK, null),
        VOTER(Role.VOTER, Scope.Kind.CITY, "busan"),
        STAKEHOLDER(Role.STAKEHOLDER, Scope.Kind.CITY, "busan"),
        EXPERT(Role.EXPERT, Scope.Kind.NETWORK, null),
        FUNDER(Role.FUNDER, Scope.Kind.NETWORK, null),
        FOCAL_POINT_BUSAN(Role.FOCAL_POINT, Scope.Kind.CITY, "busan"),
        FOCAL_POINT_ROTTERDAM(Role.FOCAL_POINT, Scope.Kind.CITY, "rotterdam"),
        OFFICER_OF_THE_PROGRAMME(Role.PROGRAMME_OFFICER, ProgrammeId.SCOPE, "zqcprogramme"),
        OFFICER_OF_IURC(Role.PROGRAMME_OFFICER, ProgrammeId.SCOPE, "IURC"),
        OFFICER(Role.PROGRAMME_OFFICER, Scope.Kind.NETWORK, null),
        ADMINISTRATOR(Role.ADMINISTRATOR, Scope.Kind.NETWORK, null);

        private final @Nullable Role role;
        private final Scope.@Nullable Kind kind;
        private final @Nullable String place;

        Reader(@Nullable Role role, Scope.@Nullable Kind kind, @Nullable String place) {
            this.role = role;
            this.kind = kind;
            this.place = place;
        }
    }

    /** Tables without a secret of their own, by the reason. */
    private static final Map<String, List<String>> WITHOUT = Map.of(
            "the directory, the network and what they refer to are public",
            List.of(
                    "activity_kind",
                    "chapter",
                    "cluster",
                    "cluster_role",
                    "country",
                    "holiday",
                    "kept_picture",
                    "network_settings",
                    "document",
                    "member",
                    "member_region",
                    "membership_condition",
                    "membership_rule",
                    "membership_type",
                    "plan_template",
                    "plan_template_step",
                    "national_chapter",
                    "network_statement",
                    "office_bearer",
                    "organisation",
                    "organisation_fact",
                    "organisation_name",
                    "place",
                    "region",
                    "site",
                    "time_zone"),
            "they only join records, and are read with these",
            List.of(
                    "activity_city",
                    "activity_site",
                    "crosswalk",
                    "engagement_topic",
                    "participant_tie",
                    "partnership_member",
                    "partnership_site",
                    "reading_reference",
                    "role_assignment"),
            "a round's runs and answers are read with the round",
            List.of("pairing_answer", "pairing_run", "pairing_scoring"),
            "no page reads them",
            List.of(
                    "answer_key",
                    "audit_seal",
                    "code_given",
                    "erased_code",
                    "event_publication",
                    "event_publication_archive",
                    "flyway_schema_history",
                    "form_sent",
                    "rate_limit",
                    "reference_file",
                    "removal",
                    "scheduled_tasks",
                    "search_change",
                    "search_due",
                    "search_origin",
                    "sheet_columns"),
            "only their owner sees them",
            List.of(
                    "form_draft",
                    "sign_in_link",
                    "spring_session",
                    "spring_session_attributes",
                    "user_credentials",
                    "user_entities"));

    private static final Pattern WORD = Pattern.compile("zq(ask|tell|c)[a-z]+");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    List<RecordKinds> kinds;

    private final Map<Reader, AccountId> accounts = new EnumMap<>(Reader.class);
    private Map<String, Set<Reader>> secrets = Map.of();
    private Map<String, String> before = Map.of();

    /** What an address answered. */
    private record Answer(int status, String text) {}

    @BeforeAll
    void plant() {
        sample.load();
        Secrets.plantPublic(sql);
        untilFound("OPENCHILD", "OPENCHILD", Reader.NOBODY);
        before = publicAnswers();
        var draft = new RoundHttp(browser, TestPeople.holding(sql, Role.ADMINISTRATOR))
                .create("IURC", "eu", "non-eu", "TOTAL");
        secrets = Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> Secrets.plant(sql, draft))); // none of them was for everyone meanwhile
        for (var reader : Reader.values()) {
            if (reader.role != null) {
                accounts.put(reader, TestPeople.account(sql, reader.role, scope(reader)));
            }
        }
        untilFound("zqaskpartnership", "zqcpartnership", Reader.ADMINISTRATOR);
        untilFound("zqaskdraft", "zqcdraft", Reader.ADMINISTRATOR);
        untilFound("zqaskdiscussed", "zqcdiscussed", Reader.ADMINISTRATOR);
    }

    private Scope scope(Reader reader) {
        if (reader.place == null || reader.kind == null) {
            return Scope.NETWORK;
        }
        var table = reader.kind.equals(Scope.Kind.CITY) ? "organisation" : "programme";
        return new Scope(
                reader.kind,
                new Scope.Id(sql.sql("select id from " + table + " where code = ?")
                        .param(reader.place)
                        .query(UUID.class)
                        .single()));
    }

    @Test
    void whatIsHiddenChangesNothingThatEverybodySees() {
        var now = publicAnswers();

        var changed = new ArrayList<String>();
        before.forEach((address, text) -> {
            if (!text.equals(now.get(address))) {
                changed.add(address + difference(text, String.valueOf(now.get(address))));
            }
        });
        assertThat(changed).as("addresses that tell of hidden records").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "FOCAL_POINT_BUSAN",
                "FOCAL_POINT_ROTTERDAM",
                "OFFICER_OF_THE_PROGRAMME",
                "OFFICER_OF_IURC",
                "OFFICER",
                "ADMINISTRATOR"
            })
    void noAddressTellsASecret(Reader reader) {
        var told = new TreeSet<String>();
        for (var address : everyAddress(reader)) {
            for (var word : wordsIn(plain(ask(address, reader).text()))) {
                if (!address.contains(word) && !mayKnow(reader, word)) {
                    told.add(word + " at " + address);
                }
            }
        }
        assertThat(told).as("secrets that %s was told", reader).isEmpty();
    }

    /** A drawing may have cut the word off; what begins no secret's word is none. */
    private boolean mayKnow(Reader reader, String word) {
        var begun = secrets.keySet().stream()
                .filter(secret -> secret.startsWith(word))
                .toList();
        return begun.isEmpty()
                || begun.stream().anyMatch(secret -> secrets.getOrDefault(secret, Set.of())
                        .contains(reader));
    }

    /** Else the difference between "not allowed" and "not there" would tell that it is there. */
    @ParameterizedTest
    @EnumSource(names = {"NOBODY", "FOCAL_POINT_ELSEWHERE", "OFFICER_ELSEWHERE", "REGIONAL_TEAM_ELSEWHERE", "VOTER"})
    void aHiddenRecordAnswersLikeOneThatIsNotThere(Reader reader) {
        var different = new TreeSet<String>();
        for (var address : new Addresses(mapping).withPublic().withHidden(sql).ofRecords()) {
            var code = WORD.matcher(address);
            if (code.find() && code.group().startsWith("zqc")) {
                var absent = address.replace(code.group(), "zqcnothing");
                var hidden = ask(address, reader);
                var none = ask(absent, reader);
                if (hidden.status() != none.status()
                        || !plain(hidden.text())
                                .replace(code.group(), "")
                                .equals(plain(none.text()).replace("zqcnothing", ""))) {
                    different.add("%d %s, %d %s".formatted(hidden.status(), address, none.status(), absent));
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER_OF_THE_PROGRAMME, /programmes/zqcprogramme, /programmes.csv, programme",
        "OFFICER, /programmes/zqcprogramme, /programmes.csv, programme",
        "OFFICER_OF_THE_PROGRAMME, /partnerships/zqcinprogramme, /partnerships.csv, inprogramme",
        "FOCAL_POINT_BUSAN, /partnerships/zqcinprogramme, /partnerships.csv, inprogramme",
        "FOCAL_POINT_BUSAN, /activities/zqcvisita, /activities.csv, visita",
        "FOCAL_POINT_ROTTERDAM, /agreements/zqcagreementa, /agreements.csv, agreementa",
        "FOCAL_POINT_ROTTERDAM, /partnerships/zqcpartnership, /partnerships.csv, partnership",
        "OFFICER_OF_IURC, /partnerships/zqcpartnership, /partnerships.csv, partnership",
        "OFFICER_OF_IURC, /activities/zqcvisitb, /activities.csv, visitb",
        "OFFICER_OF_IURC, /agreements/zqcagreementb, /agreements.csv, agreementb",
        "STAKEHOLDER, /activities/zqcdraft, /activities.csv, draft",
        "FOCAL_POINT_BUSAN, /activities/zqcproposal, /activities.csv, proposal",
        "FOCAL_POINT_ROTTERDAM, /activities/zqcproposal, /activities.csv, proposal",
        "OFFICER_OF_IURC, /activities/zqcproposal, /activities.csv, proposal",
        "OFFICER, /activities/zqcproposal, /activities.csv, proposal",
        "ADMINISTRATOR, /activities/zqcproposal, /activities.csv, proposal",
        "FOCAL_POINT_BUSAN, /agreements/zqcdiscussed, /agreements.csv, discussed",
        "FOCAL_POINT_BUSAN, /engagements/zqcengagement, /engagements.csv, engagement"
    })
    @MethodSource("ofModules")
    void thoseWhoWorkOnItFindIt(Reader reader, String page, String list, String secret) {
        var told = "zqtell" + secret;

        assertThat(ask(page, reader).text()).contains(told);
        assertThat(ask("/api/v1" + page, reader).text()).contains(told);
        assertThat(ask(list + "?q=zqask" + secret, reader).text()).contains(told);
        assertThat(search("zqask" + secret, reader)).contains(told);
    }

    static Stream<Arguments> ofModules() {
        return ModuleRecords.secrets().stream()
                .map(secret -> Arguments.of(secret.reader(), secret.page(), secret.list() + ".csv", secret.name()));
    }

    @ParameterizedTest
    @CsvSource({
        "FOCAL_POINT_BUSAN, /partnerships/zqcpartnership, actionb",
        "FOCAL_POINT_BUSAN, /partnerships/IURC-Busan-Rotterdam, onduty",
        "FOCAL_POINT_BUSAN, /partnerships/IURC-Busan-Rotterdam, othertopic",
        "FOCAL_POINT_BUSAN, /partnerships/IURC-Busan-Rotterdam/members, onduty",
        "FOCAL_POINT_BUSAN, /work, proposal",
        "OFFICER_OF_THE_PROGRAMME, /programmes/zqcprogramme/participants.csv, zqcprofile",
        "OFFICER_OF_THE_PROGRAMME, /programmes/OPENCHILD, programme",
        "OFFICER, /cities/busan, profile",
        "OFFICER, /documents/citynet-eu-brochure?q=zq, proposal",
        "OFFICER, /questions.csv?q=zqaskaskedproposal, askedproposal",
        "ADMINISTRATOR, /accounts.csv, account",
        "ADMINISTRATOR, /cities/tampere, contact",
        "OFFICER_OF_IURC, /programmes/IURC/rounds.csv, round"
    })
    void andReadItWhereItStands(Reader reader, String page, String secret) {
        var told = secret.startsWith("zq") ? secret : "zqtell" + secret;

        assertThat(ask(page, reader).text()).contains(told);
    }

    @Order(Integer.MAX_VALUE) // what was for everyone once is told as withdrawn from then on
    @Test
    void aChangeOfAProgrammeIsFoundInWhatLiesInIt() {
        sql.sql("update programme set published = true where code = 'zqcprogramme'")
                .update();
        try {
            untilFound("zqaskvisita", "zqcvisita", Reader.NOBODY);
            untilFound("zqaskagreementa", "zqcagreementa", Reader.NOBODY);
        } finally {
            sql.sql("update programme set published = false where code = 'zqcprogramme'")
                    .update();
        }
        await().untilAsserted(() -> assertThat(
                        search("zqaskvisita", Reader.NOBODY) + search("zqaskagreementa", Reader.NOBODY))
                .doesNotContain("zqcvisita,", "zqcagreementa,"));
    }

    @Test
    void aRightTakenAwayIsGoneAtTheNextQuestion() {
        var account = accounts.get(Reader.FOCAL_POINT_BUSAN);
        assertThat(search("zqaskdraft", Reader.FOCAL_POINT_BUSAN)).contains("zqcdraft,");

        sql.sql("update role_assignment set role = 'VOTER' where account = ?")
                .param(account)
                .update();
        try {
            assertThat(search("zqaskdraft", Reader.FOCAL_POINT_BUSAN)).doesNotContain("zqcdraft,");
        } finally {
            sql.sql("update role_assignment set role = 'FOCAL_POINT' where account = ?")
                    .param(account)
                    .update();
        }
    }

    /** What lies in no scope is not opened by a role within one. */
    @Test
    void pagesOfTheWholeNetworkNeedARoleForIt() {
        var opened = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((request, handler) -> {
            if (Access.of(handler).filter(Access::network).isPresent()
                    && request.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                for (var pattern : request.getPathPatternsCondition().getPatternValues()) {
                    var address = pattern.replaceAll("\\{list:[^}]*}", "cities").replaceAll("\\{[^}]*}", "busan");
                    if (ask(address, Reader.ADMINISTRATOR_OF_A_CITY).status() != 403) {
                        opened.add(address);
                    }
                }
            }
        });
        assertThat(opened).isEmpty();
    }

    /** Documents name no record of a kind that is not known. */
    @Test
    void everyKindThatDocumentsTellOfIsKnown() {
        assertThat(kinds.stream().flatMap(known -> known.kinds().stream()))
                .containsAll(sql.sql("select record_kind from reference union select record_kind from question_record")
                        .query(String.class)
                        .list());
    }

    /** A table of a new kind of record gets a secret, or is said to hold nobody's. */
    @Test
    void everyTableHoldsASecretOrIsForEverybody() {
        var untold = new TreeSet<String>();
        for (var table : sql.sql("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            var holds = sql.sql("select exists (select from " + table + " t where to_jsonb(t)::text like '%zq%')")
                    .query(Boolean.class)
                    .single();
            if (!holds && WITHOUT.values().stream().noneMatch(tables -> tables.contains(table))) {
                untold.add(table);
            }
        }
        assertThat(untold).isEmpty();
    }

    /** Every address that everybody may ask, with what it answered: the records and lists in both languages, choices in one. */
    private Map<String, String> publicAnswers() {
        var addresses = new Addresses(mapping).withPublic();
        var asked = new LinkedHashSet<String>();
        Stream.concat(addresses.ofRecords().stream(), addresses.lists().stream())
                .forEach(address -> asked.addAll(List.of(address, address + "?lang=ko")));
        for (var list : addresses.lists()) {
            for (var choice : List.of("q=busan", "sort=-date", "year=1931", "country=FJ", "view=map")) {
                asked.add(list + "?" + choice);
            }
        }
        asked.add("/activities/calendar?month=1931-03");
        var all = new LinkedHashMap<String, String>();
        for (var address : asked) {
            var answer = ask(address, Reader.NOBODY);
            all.put(address, answer.status() + " " + plain(answer.text()));
        }
        return all;
    }

    private Set<String> everyAddress(Reader reader) {
        var addresses = new Addresses(mapping).withPublic().withHidden(sql);
        var all = new LinkedHashSet<String>();
        Stream.concat(addresses.ofRecords().stream(), addresses.lists().stream())
                .forEach(address -> all.addAll(List.of(address, address + "?q=zq")));
        secrets.keySet().stream()
                .filter(word -> word.startsWith("zqask"))
                .forEach(word -> all.add("/api/v1/search?q=" + word));
        if (reader == Reader.NOBODY) {
            for (var list : addresses.lists()) {
                for (var choice : List.of(
                        "programme=zqcprogramme",
                        "parent=zqcprogramme",
                        "partnership=zqcpartnership",
                        "status=proposed",
                        "sort=name")) {
                    all.add(list + "?" + choice);
                }
            }
            secrets.keySet().forEach(word -> all.add("/search?q=" + word));
            List.copyOf(all).forEach(address -> all.add(address + (address.contains("?") ? "&" : "?") + "lang=ko"));
        }
        return all;
    }

    private Answer ask(String address, Reader reader) {
        var request = browser.get().uri(URI.create(address));
        var account = accounts.get(reader);
        var answer = (account == null ? request : request.with(TestPeople.holding(account))).exchange();
        var response = answer.getResponse();
        var text = Stream.of("Location", "Content-Disposition")
                .map(response::getHeader)
                .map(String::valueOf)
                .reduce(text(response.getContentAsByteArray()), (a, b) -> a + "\n" + b);
        return new Answer(response.getStatus(), text);
    }

    /** A workbook is unpacked; the lines of a calendar are put together again. */
    private static String text(byte[] body) {
        if (body.length < 4 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8).replace("\r\n ", "");
        }
        var all = new StringBuilder();
        try (var zip = ZipFile.builder().setByteArray(body).get()) {
            for (var part : Collections.list(zip.getEntries())) {
                all.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private static Set<String> wordsIn(String text) {
        var words = new TreeSet<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Without what differs from one answer to the next: tokens, the time of the day, and whether offices are open then. */
    private static String plain(String text) {
        return text.replaceAll("name=\"(_csrf|once)\" value=\"[^\"]*\"", "")
                .replaceAll("\\d{2}:\\d{2}(:\\d{2})?", "")
                .replaceAll("\\d{8}T\\d{6}Z", "")
                .replaceAll("(?s)<span class=\"mark (done|none)\"[^>]*>(offices are |근무 시간)[^<]*</span>", "")
                .replaceAll("<dcterms:(created|modified)[^<]*<", "<");
    }

    private static String difference(String before, String now) {
        var from = 0;
        while (from < Math.min(before.length(), now.length()) && before.charAt(from) == now.charAt(from)) {
            from++;
        }
        var start = Math.max(0, from - 60);
        return "\n  before: "
                + before.substring(start, Math.min(before.length(), from + 160)).replaceAll("\\s+", " ")
                + "\n  now:    "
                + now.substring(start, Math.min(now.length(), from + 160)).replaceAll("\\s+", " ");
    }

    private String search(String word, Reader reader) {
        return ask("/api/v1/search.csv?q=" + word, reader).text();
    }

    /** The search catches up within moments. */
    private void untilFound(String word, String code, Reader reader) {
        await().untilAsserted(() -> assertThat(search(word, reader)).contains(code + ","));
    }
}
