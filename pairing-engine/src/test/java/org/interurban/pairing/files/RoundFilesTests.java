package org.interurban.pairing.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interurban.pairing.Form;
import org.interurban.pairing.Limit;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.Criterion;
import org.interurban.pairing.scoring.HardRules.Exclusion;
import org.interurban.pairing.scoring.Offer;
import org.interurban.pairing.scoring.Part;
import org.interurban.pairing.scoring.Seek;
import org.interurban.pairing.scoring.Weights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundFilesTests {

    private static final String FOUR = """
        id,side,name,country,capacity_min,capacity_max,population,gdp_per_capita,setting,languages,time_zone,first_timer,wishes,excluded,past
        seoul,A,Seoul,KR,1,2,9400000,34000.5,river;capital,ko;en,Asia/Seoul,no,dublin;sofia,,
        busan,A,Busan,KR,,,,,,,,,,BG,dublin
        dublin,B,"Dublin, city",IE,,,,,,en-IE,Europe/Dublin,yes,seoul,,busan
        sofia,B,,BG,,,,,,,,,,,
        """;

    @TempDir
    Path folder;

    private final Findings findings = new Findings();
    private Path participants;

    @BeforeEach
    void writeFour() throws IOException {
        participants = file("participants.csv", FOUR);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private RoundFiles.Round rounds(RoundFiles files) {
        var round = files.read(findings);
        assertThat(findings.faults()).isEmpty();
        return round.orElseThrow();
    }

    private List<String> faults(RoundFiles files) {
        assertThat(files.read(findings)).isEmpty();
        return findings.faults().stream().map(Fault::toString).toList();
    }

    private RoundFiles withRules(String yaml) throws IOException {
        return new RoundFiles(participants, null, null, null, null, file("rules.yaml", yaml));
    }

    @Test
    void readsParticipantsWithAllTheySay() {
        var round = rounds(new RoundFiles(participants, null, null, null, null, null));

        var seoul = round.profiles().getFirst();
        assertThat(seoul.participant()).isEqualTo(new Participant("seoul", Side.A, 1, 2));
        assertThat(seoul.setting().population()).isEqualTo(9_400_000L);
        assertThat(seoul.setting().income()).isEqualTo(34_000.5);
        assertThat(seoul.setting().tags()).containsExactlyInAnyOrder("river", "capital");
        assertThat(seoul.ties().wishes()).containsExactly("dublin", "sofia");
        assertThat(seoul.ties().firstTimer()).isFalse();
        assertThat(round.profiles().get(2).name()).isEqualTo("Dublin, city");
        assertThat(round.rules().form()).isEqualTo(new Form.TwoSides());
    }

    @Test
    void takesAnEmptyCellForUnknownAndAnEmptyNameForTheId() {
        var sofia = rounds(new RoundFiles(participants, null, null, null, null, null))
                .profiles()
                .get(3);

        assertThat(sofia.name()).isEqualTo("sofia");
        assertThat(sofia.participant().min()).isZero();
        assertThat(sofia.participant().max()).isEqualTo(1);
        assertThat(sofia.setting().population()).isNull();
        assertThat(sofia.ties().firstTimer()).isNull();
    }

    @Test
    void readsOnePoolWhereNobodyHasASide() throws IOException {
        participants = file("participants.csv", "id\nx\ny\n");

        var round = rounds(new RoundFiles(participants, null, null, null, null, null));

        assertThat(round.rules().form()).isEqualTo(new Form.OnePool());
        assertThat(round.profiles()).allMatch(profile -> profile.participant().side() == Side.POOL);
    }

    @Test
    void namesEveryFaultOfEveryFileAtOnceWithItsPlace() throws IOException {
        participants = file("participants.csv", """
            id,side,country,capacity_min,capacity_max,population,languages,time_zone,first_timer,wishes
            seoul,A,Atlantis,x,1,0,,,,
            seoul,A,KR,2,1,,,,,
            dublin,C,IE,,,,english language,Dublin,maybe,dublin
            sofia,,BG,,,,,,,
            """);
        var offers = file("offers.csv", "participant,topic,level\nseoul,cycling,4\nnobody,cycling,1\nsofia,,2\n");
        var seeks = file("seeks.csv", "participant,priority\nseoul,2\n");
        var rules = file("rules.yaml", "objective: best\nlocks:\n  - {a: seoul, b: paris, kind: must}\n");

        assertThat(faults(new RoundFiles(participants, offers, seeks, null, null, rules)))
                .containsExactlyInAnyOrder(
                        "participants.csv, line 2, column 4 (capacity_min): expected a whole number from 0 to 1000000,"
                                + " found \"x\"",
                        "participants.csv, line 2, column 3 (country): expected a country by its code of ISO 3166-1"
                                + " or its English name, found \"Atlantis\"",
                        "participants.csv, line 2, column 6 (population): expected a whole number, 1 or more, found"
                                + " \"0\"",
                        "participants.csv, line 3, column 1 (id): expected an id of its own, found \"seoul\" of line 2"
                                + " again",
                        "participants.csv, line 4, column 2 (side): expected A, B or nothing, found \"C\"",
                        "participants.csv, line 4, column 7 (languages): expected a language tag of BCP 47, such as en"
                                + " or pt-BR, found \"english language\"",
                        "participants.csv, line 4, column 8 (time_zone): expected a time zone of the IANA list, such"
                                + " as Asia/Seoul, found \"Dublin\"",
                        "participants.csv, line 4, column 9 (first_timer): expected yes, no or nothing, found"
                                + " \"maybe\"",
                        "participants.csv, line 5, column 2 (side): expected A or B, as other rows have it, found"
                                + " nothing",
                        "participants.csv, line 4, column 10 (wishes): expected ids of others, found the city itself",
                        "offers.csv, line 2, column 3 (level): expected a whole number from 1 to 3, found \"4\"",
                        "offers.csv, line 3, column 1 (participant): expected the id of a participant, found"
                                + " \"nobody\"",
                        "offers.csv, line 4, column 2 (topic): expected a topic or a text, found neither",
                        "seeks.csv, line 1: expected a column topic",
                        "seeks.csv, line 2: expected a topic or a text, found neither",
                        "rules.yaml, line 1, column 12: expected total or fair or stable, found \"best\"",
                        "rules.yaml, line 3, column 19: expected the id of a participant, found \"paris\"");
    }

    @Test
    void readsWhatAFileSavedByASpreadsheetLooksLike() throws IOException {
        participants = file(
                "participants.csv", "\uFEFFid,side,name\r\n\"x\",A,\"two\r\nlines; \"\"quoted\"\"\"\r\ny,B,\r\n,,\r\n");

        var round = rounds(new RoundFiles(participants, null, null, null, null, null));

        assertThat(round.profiles()).hasSize(2);
        assertThat(round.profiles().getFirst().name()).isEqualTo("two\r\nlines; \"quoted\"");
    }

    @Test
    void ignoresExtraColumnsWithANote() throws IOException {
        participants = file("participants.csv", "id,mayor\nx,Kim\n");

        rounds(new RoundFiles(participants, null, null, null, null, null));

        assertThat(findings.notes()).containsExactly("participants.csv: the column mayor is not known and is ignored");
    }

    @Test
    void saysWhereAQuotationMarkIsMissing() throws IOException {
        participants = file("participants.csv", "id,name\nx,X\ny,\"never closed\n");

        assertThat(faults(new RoundFiles(participants, null, null, null, null, null)))
                .singleElement()
                .asString()
                .startsWith("participants.csv, line 3: expected cells as RFC 4180 writes them");
    }

    @Test
    void saysWhereAFileIsNotUtf8() throws IOException {
        Files.write(participants, "id,name\nx,Malmö\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(faults(new RoundFiles(participants, null, null, null, null, null)))
                .containsExactly("participants.csv, line 2, column character 7: expected UTF-8; the byte 0xF6 is none");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(faults(new RoundFiles(folder.resolve("p.csv"), null, null, null, null, null)))
                .containsExactly(folder.resolve("p.csv") + ": expected a file: there is no such file");
    }

    @Test
    void saysThatAHeaderOrAllRowsAreMissing() throws IOException {
        participants = file("participants.csv", "");
        assertThat(faults(new RoundFiles(participants, null, null, null, null, null)))
                .containsExactly("participants.csv, line 1: expected a header: id");
    }

    @Test
    void readsOffersAndSeeks() throws IOException {
        var offers = file(
                "offers.csv",
                "participant,topic,level,text,evidence\nseoul,cycling,3,shared bicycles,40000 bicycles\n");
        var seeks = file("seeks.csv", "participant,topic,priority,text\nseoul,Air quality,,fewer dusty days\n");

        var seoul = rounds(new RoundFiles(participants, offers, seeks, null, null, null))
                .profiles()
                .getFirst();

        assertThat(seoul.offers()).containsExactly(new Offer("cycling", 3, "shared bicycles", "40000 bicycles"));
        assertThat(seoul.seeks()).containsExactly(new Seek("Air quality", 2, "fewer dusty days"));
    }

    @Test
    void readsATreeOfTopicsAndRefusesRingsAndStrangers() throws IOException {
        var tree = file("topics.csv", "code,label,parent,also\nm,Movement,,transport;T-1\nb,Bicycles,m,\n");
        var broken = file("broken.csv", "code,label,parent\nx,X,y\ny,Y,x\nz,Z,q\nz,Z,\n");

        var round = rounds(new RoundFiles(participants, null, null, tree, null, null));

        assertThat(round.topics().find("transport").orElseThrow().code()).isEqualTo("m");
        assertThat(faults(new RoundFiles(participants, null, null, broken, null, null)))
                .containsExactlyInAnyOrder(
                        "broken.csv, line 2, column 3 (parent): expected a wider topic, found one that stands below"
                                + " this one",
                        "broken.csv, line 3, column 3 (parent): expected a wider topic, found one that stands below"
                                + " this one",
                        "broken.csv, line 4, column 3 (parent): expected the code of a topic, found \"q\"",
                        "broken.csv, line 5, column 1 (code): expected a code of its own, found \"z\" of line 4 again");
    }

    @Test
    void readsGivenScoresAndTheirFaults() throws IOException {
        var scores = file("scores.csv", "a,b,score,benefit_a,benefit_b\nseoul,dublin,7,9,5\nsofia,busan,0,,\n");
        var broken = file("broken.csv", "a,b,score\nseoul,dublin,-1\nbusan,seoul,1\ndublin,seoul,1.5\nsofia,sofia,1\n");

        assertThat(rounds(new RoundFiles(participants, null, null, null, scores, null))
                        .scores())
                .contains(
                        List.of(new GivenScore("seoul", "dublin", 7, 9, 5), new GivenScore("sofia", "busan", 0, 0, 0)));
        assertThat(faults(new RoundFiles(participants, null, null, null, broken, null)))
                .containsExactlyInAnyOrder(
                        "broken.csv, line 2, column 3 (score): expected a whole number from 0 to 1000000000000, found"
                                + " \"-1\"",
                        "broken.csv, line 3, column 2 (b): expected a participant of the other side, found \"seoul\""
                                + " of side A",
                        "broken.csv, line 4, column 3 (score): expected a whole number from 0 to 1000000000000, found"
                                + " \"1.5\"",
                        "broken.csv, line 4, column 1 (a): expected each pair once; this one stands in line 2",
                        "broken.csv, line 5, column 2 (b): expected another participant, found the same");
    }

    @Test
    void readsRules() throws IOException {
        var rules = rounds(withRules("""
            objective: stable
            proposing: B
            weights: {complementarity: 50, office-hours: 0}
            past: malus
            priors: {language: 0.25}
            exclude:
              - past
              - NO
              - [KR, BG]
              - {a: seoul, b: IE, reason: already partners}
            locks:
              - {a: seoul, b: dublin, kind: must, reason: agreed, by: K. Lee}
              - {a: busan, b: sofia, kind: must-not, reason: too far, by: K. Lee}
              - {a: busan, b: dublin, kind: prefer, reason: twins, by: K. Lee, bonus: 70}
              - {a: seoul, b: sofia, kind: prefer, reason: twins, by: K. Lee}
            limits:
              - {country: KR, max: 3}
              - {per: country, max: 1}
              - {of: seoul, from: [IE, sofia], max: 1, name: seoul abroad}
              - {between: [KR, BG], max: 2}
            seed: 7
            """)).rules();

        assertThat(rules.objective()).isEqualTo(new Objective.Stable(Side.B));
        assertThat(rules.weights().values())
                .containsEntry(Criterion.COMPLEMENTARITY, 50.0)
                .containsEntry(Criterion.OFFICE_HOURS, 0.0)
                .containsEntry(Criterion.RECIPROCITY, 10.0);
        assertThat(rules.weights().pastTie()).isEqualTo(Weights.PastTie.MALUS);
        assertThat(rules.priors()).containsEntry(Part.LANGUAGE, 0.25);
        assertThat(rules.hardRules().exclusions())
                .containsExactlyInAnyOrder(
                        new Exclusion.PastTies(""),
                        new Exclusion.Alone("NO", ""),
                        new Exclusion.Between("KR", "BG", ""),
                        new Exclusion.Between("seoul", "IE", "already partners"));
        assertThat(rules.locks())
                .containsExactlyInAnyOrder(
                        new Lock.Must("seoul", "dublin", "agreed", "K. Lee"),
                        new Lock.MustNot("busan", "sofia", "too far", "K. Lee"),
                        new Lock.Prefer("busan", "dublin", 70, "twins", "K. Lee"),
                        new Lock.Prefer("seoul", "sofia", 50_000, "twins", "K. Lee"));
        assertThat(rules.limits())
                .containsExactlyInAnyOrder(
                        new Limit.PairsWith("pairs with KR", Set.of("seoul", "busan"), 3),
                        new Limit.PartnersFrom("partners from BG", Set.of("seoul", "busan"), Set.of("sofia"), 1),
                        new Limit.PartnersFrom("partners from IE", Set.of("seoul", "busan"), Set.of("dublin"), 1),
                        new Limit.PartnersFrom("seoul abroad", Set.of("seoul"), Set.of("dublin", "sofia"), 1),
                        new Limit.PairsBetween("between KR and BG", Set.of("seoul", "busan"), Set.of("sofia"), 2));
        assertThat(rules.seed()).isEqualTo(7);
    }

    @Test
    void readsClustersInEitherWriting() throws IOException {
        participants = file("participants.csv", "id\nx\ny\nz\n");

        assertThat(rounds(withRules("form: clusters\nsize: 4\n")).rules().form())
                .isEqualTo(new Form.Clusters(4));
        assertThat(rounds(withRules("form: {clusters: {size: 5}}\n")).rules().form())
                .isEqualTo(new Form.Clusters(5));
        assertThat(rounds(withRules("form: pairs\n")).rules().form()).isEqualTo(new Form.OnePool());
    }

    @Test
    void namesEveryFaultOfTheRules() throws IOException {
        var criteria = Arrays.stream(Criterion.values()).map(Criterion::key).collect(Collectors.joining(", "));

        assertThat(faults(withRules("""
            form: circles
            objectives: total
            seed: many
            seed: 3
            weights: {charm: 3, language: -1}
            past: maybe
            locks:
              - {a: seoul, b: seoul, kind: must, reason: x, by: y}
              - {a: seoul, kind: shall}
            limits:
              - {country: XX, max: 1}
              - {country: KR}
            exclude: [[KR, IE, BG]]
            """)))
                .containsExactlyInAnyOrder(
                        "rules.yaml, line 2, column 1: expected one of exclude, form, limits, locks, name, objective,"
                                + " past, priors, proposing, seed, size, version, weights, year, found \"objectives\"",
                        "rules.yaml, line 4, column 1: expected each name once, found \"seed\"",
                        "rules.yaml, line 1, column 7: expected pairs or clusters, found \"circles\"",
                        "rules.yaml, line 5, column 18: expected a weight of one of " + criteria
                                + ", not of \"charm\", found \"3\"",
                        "rules.yaml, line 5, column 31: expected a number from 0 to 1000, found \"-1\"",
                        "rules.yaml, line 6, column 7: expected bonus or malus, found \"maybe\"",
                        "rules.yaml, line 13, column 11: expected two participants or countries, found a list",
                        "rules.yaml, line 8, column 5: expected two participants, found named values",
                        "rules.yaml, line 9, column 5: expected a lock with b, found named values",
                        "rules.yaml, line 9, column 22: expected must or must-not or prefer, found \"shall\"",
                        "rules.yaml, line 11, column 15: expected the id of a participant or a country, found"
                                + " \"XX\"",
                        "rules.yaml, line 12, column 5: expected a limit with max, found named values",
                        "rules.yaml, line 3, column 7: expected a whole number, found \"many\"");
    }

    @Test
    void refusesWeightsWhoseSumCouldOverflow() throws IOException {
        assertThat(faults(
                        withRules("weights: {complementarity: 1e308, wishes: 1000, language: Infinity, setting: NaN}")))
                .containsExactly(
                        "rules.yaml, line 1, column 28: expected a number from 0 to 1000, found \"1e308\"",
                        "rules.yaml, line 1, column 59: expected a number from 0 to 1000, found \"Infinity\"",
                        "rules.yaml, line 1, column 78: expected a number from 0 to 1000, found \"NaN\"");
    }

    @Test
    void saysWhereRulesAreNoYaml() throws IOException {
        assertThat(faults(withRules("locks: [a, b\nseed: 1\n")))
                .singleElement()
                .asString()
                .startsWith("rules.yaml, line 2, column 5: expected YAML: ");
    }

    @Test
    void takesEmptyRulesForNone() throws IOException {
        assertThat(rounds(withRules("# nothing yet\n")).rules().objective()).isEqualTo(new Objective.Total());
    }
}
