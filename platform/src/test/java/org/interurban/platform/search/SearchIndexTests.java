package org.interurban.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Role;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.programmes.ProgrammeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTests {

    private static final ProgrammeId PROGRAMME =
            new ProgrammeId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

    private static final Map<String, Float> WEIGHTS =
            Map.of("city", 1.5f, "programme", 1.2f, "partnership", 0.9f, "member", 0.6f, "activity", 0.3f);

    private SearchIndex index;

    @BeforeEach
    void fill() throws IOException {
        index = new SearchIndex(new ByteBuffersDirectory(), WEIGHTS, "en");
        index.put(city(
                "seoul", "Seoul", "서울", List.of("Seoul Metropolitan Government", "首尔", "首爾", "ソウル", "সিউল", "सोल")));
        index.put(city("busan", "Busan", "부산", List.of("釜山", "Pusan")));
        index.put(city("dhaka", "Dhaka", "다카", List.of("ঢাকা", "达卡")));
        index.put(city("kathmandu", "Kathmandu", "카트만두", List.of("काठमाडौं", "加德满都")));
        index.put(city("almeria", "Almería", "알메리아", List.of()));
        index.put(document(
                "activity",
                "waste",
                Map.of("en", "Study visit on waste sorting", "ko", "폐기물 분리배출 연수 방문"),
                Map.of(
                        "en",
                        "Engineers from Dhaka walked through the sorting plants and compared collection routes.",
                        "ko",
                        "다카의 기술자들이 선별장을 둘러보고 수거 경로를 비교했습니다."),
                List.of("Dhaka", "ঢাকা"),
                true));
        index.put(document(
                "activity",
                "many",
                Map.of("en", "Festival", "zh", "智慧城市國際論壇", "ja", "都市計画の研修", "id", "Pelatihan perencanaan kota"),
                Map.of("bn", "শহরের বর্জ্য ব্যবস্থাপনা", "ne", "सहरको फोहोर व्यवस्थापन"),
                List.of(),
                true));
        index.put(document(
                "partnership", "secret", Map.of("en", "Seoul – Atlantis"), Map.of(), List.of("Seoul", "서울"), false));
        index.commit(Map.of("version", "test"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static SearchDocument city(String code, String name, String korean, List<String> aliases) {
        return new SearchDocument(
                "city",
                code,
                "/cities/" + code,
                Map.of("en", name, "ko", korean),
                Map.of(),
                aliases,
                List.of(),
                true,
                CommonPermission.RECORDS_READ,
                Set.of());
    }

    private static SearchDocument document(
            String kind,
            String code,
            Map<String, String> title,
            Map<String, String> text,
            List<String> related,
            boolean published) {
        return new SearchDocument(
                kind,
                code,
                "/" + code,
                title,
                text,
                List.of(),
                related,
                published,
                PartnershipPermission.PARTNERSHIP_READ,
                Set.of(PROGRAMME.scope()));
    }

    private Found find(String words) {
        return index.find(words, "", Person.NOBODY, "en", 0, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "Seoul, seoul",
        "SEOUL, seoul",
        "서울, seoul",
        "首尔, seoul",
        "首爾, seoul",
        "ソウル, seoul",
        "সিউল, seoul",
        "सोल, seoul",
        "Pusan, busan",
        "釜山, busan",
        "부산, busan",
        "ঢাকা, dhaka",
        "達卡, dhaka",
        "काठमाडौं, kathmandu",
        "almeria, almeria",
        "ALMERÍA, almeria",
        "seoul metropolitan government, seoul"
    })
    void findsACityFirstByItsNameInAnyScript(String words, String code) {
        assertThat(find(words).hits()).first().extracting(Found.Hit::code).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "waste sort, waste",
        "visits sorting, waste",
        "폐기물 연수, waste",
        "수거 경로, waste",
        "dhaka sorting, waste",
        "智慧城市, many",
        "智慧城市论坛, many",
        "国际论坛, many",
        "都市計画, many",
        "研修, many",
        "perencanaan kota, many",
        "বর্জ্য ব্যবস্থাপনা, many",
        "फोहोर व्यवस्थापन, many"
    })
    void findsRecordsByWordsOfEveryLanguage(String words, String code) {
        var found = find(words);

        assertThat(found.similar()).isFalse();
        assertThat(found.hits()).extracting(Found.Hit::code).contains(code);
    }

    @Test
    void putsTheCityBeforeWhatOnlyMentionsIt() {
        assertThat(find("Dhaka").hits()).extracting(Found.Hit::code).containsExactly("dhaka", "waste");
    }

    @Test
    void marksTheWordsThatWereFound() {
        var hit = find("sorting").hits().getFirst();

        assertThat(hit.title().parts())
                .contains(
                        new Found.Excerpt.Part("sorting", true),
                        new Found.Excerpt.Part("Study visit on waste ", false));
        assertThat(hit.excerpt().parts()).contains(new Found.Excerpt.Part("sorting", true));
    }

    @Test
    void showsTheLanguageThatHoldsTheWords() {
        var hit = find("수거").hits().getFirst();

        assertThat(hit.excerpt().language()).isEqualTo("ko");
        assertThat(hit.excerpt().parts())
                .anyMatch(part -> part.found() && part.text().equals("수거"));
    }

    @Test
    void namesTheOtherSpellingThatLedToARecord() {
        assertThat(find("首尔").hits().getFirst().also()).isEqualTo("首尔");
    }

    @Test
    void offersNamesThatAreSpeltAlikeWhenNoWordIsFound() {
        var found = find("Kathmndu");

        assertThat(found.similar()).isTrue();
        assertThat(found.suggestion()).isEqualTo("Kathmandu");
        assertThat(found.hits()).extracting(Found.Hit::code).contains("kathmandu");
    }

    @Test
    void findsANameTypedHalfway() {
        assertThat(find("Kathma").hits()).extracting(Found.Hit::code).contains("kathmandu");
    }

    @Test
    void leavesOutWhatTheReaderMayNotSee() {
        var officer = person(Role.PROGRAMME_OFFICER, Scope.NETWORK);
        var ofTheProgramme = person(Role.PROGRAMME_OFFICER, PROGRAMME.scope());
        var ofAnother = person(Role.PROGRAMME_OFFICER, new ProgrammeId(UUID.randomUUID()).scope());
        var delegate = person(Role.DELEGATE, Scope.NETWORK);

        assertThat(codes(officer)).contains("secret");
        assertThat(codes(ofTheProgramme)).contains("secret");
        assertThat(codes(ofAnother)).doesNotContain("secret");
        assertThat(codes(delegate)).doesNotContain("secret");
        assertThat(codes(Person.NOBODY)).doesNotContain("secret");
        assertThat(index.find("Atlantis", "", Person.NOBODY, "en", 0, 10).suggestion())
                .isNull();
    }

    private static Person person(Role role, Scope scope) {
        return new Person(AccountId.next(), "Somebody", List.of(new Person.Assignment(role, scope)));
    }

    private List<String> codes(Person reader) {
        return index.find("Atlantis", "", reader, "en", 0, 10).hits().stream()
                .map(Found.Hit::code)
                .toList();
    }

    @Test
    void narrowsToAKindAndStillCountsTheOthers() {
        var found = index.find("Dhaka", "activity", Person.NOBODY, "en", 0, 10);

        assertThat(found.total()).isOne();
        assertThat(found.kinds()).containsExactlyInAnyOrderEntriesOf(Map.of("activity", 1, "city", 1));
    }

    @ParameterizedTest
    @CsvSource({"'***'", "'\"unclosed'", "'a AND ('", "'  '", "'\uD83D\uDE00'", "'+-:/\\'", "'the of and'"})
    void takesAnySignsAsPlainWords(String words) {
        assertThat(find(words).hits()).isNotNull();
    }

    @Test
    void forgetsWhatWasRemoved() throws IOException {
        index.remove("city", "busan");
        index.commit(Map.of());

        assertThat(find("釜山").hits()).extracting(Found.Hit::code).doesNotContain("busan");
    }
}
