package org.interurban.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class RecordImportTests {

    private static final String CITIES = """
        code,name,population,website,note
        yy-harbour,Yyharbour,1000,,first
        yy-hill,Yyhill,2000,,first
        """;

    @Autowired
    RecordImport records;

    @Autowired
    JdbcClient sql;

    private String editor;

    @BeforeEach
    void importThenLetSomebodyEdit() {
        editor = UUID.randomUUID().toString();
        assertThat(records.load(List.of(file("cities", CITIES)))).isInstanceOf(RecordImport.Outcome.Imported.class);
        as(editor, "update organisation set population = 1234, version = version + 1 where code = 'yy-harbour'");
    }

    /** A form that was opened before is then told that the record has changed. */
    @Test
    void raisesTheVersionOfWhatItChangesAndOfNothingElse() {
        var before = versions();

        assertThat(records.load(List.of(file(
                        "cities", CITIES.replace("Yyhill,2000", "Yyhill,3000").replace(",1000", ",1234")))))
                .isInstanceOf(RecordImport.Outcome.Imported.class);

        assertThat(versions().get("yy-hill")).isGreaterThan(before.get("yy-hill"));
        assertThat(versions().get("yy-harbour")).isEqualTo(before.get("yy-harbour"));
    }

    private Map<String, Integer> versions() {
        return sql
                .sql("select code, version from organisation where code like 'yy-%'")
                .query((row, _) -> Map.entry(row.getString("code"), row.getInt("version")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void as(String actor, String change) {
        sql.sql("select set_config('interurban.actor', ?, true)")
                .param(actor)
                .query(String.class)
                .single();
        assertThat(sql.sql(change).update()).isPositive();
        sql.sql("select set_config('interurban.actor', '', true)")
                .query(String.class)
                .single();
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name + ".csv";
            }
        };
    }

    private String population() {
        return sql.sql("select population::text from organisation where code = 'yy-harbour'")
                .query(String.class)
                .single();
    }

    @Test
    void namesTheLineAndColumnWhereItWouldReplaceWhatAPersonEntered() {
        var outcome = records.load(List.of(file("cities", CITIES)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RecordImport.Outcome.Refused.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.line()).isEqualTo(2);
                            assertThat(fault.column()).isEqualTo("population");
                            assertThat(fault.message())
                                    .startsWith("\"1234\" was entered on ")
                                    .contains("--overwrite");
                        }));
    }

    @Test
    void takesOnlyAddressesOfTheWebForAWebsite() {
        var cities = """
            code,name,website
            yy-one,Yyone,javascript:alert(1)
            yy-two,Yytwo,data:text/html
            yy-three,Yythree,https://www.yythree.example/
            yy-four,Yyfour,
            yy-five,Yyfive,https://user:secret@www.yyfive.example/
            yy-six,Yysix,javascript://www.yysix.example/%0aalert(1)
            """;

        assertThat(records.load(List.of(file("cities", cities))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::line, Fault::column)
                        .containsExactly(
                                tuple(2L, "website"),
                                tuple(3L, "website"),
                                tuple(6L, "website"),
                                tuple(7L, "website")));
    }

    @Test
    void takesOnlyYearsThatSomebodyCanMean() {
        var cities = "code,name,population,population_year\nyy-one,Yyone,5,20226\nyy-two,Yytwo,5,2026\n";
        var programmes = """
            code,name,kind,start,end
            YY1,One,city-to-city-cooperation,0202-03-05,
            YY2,Two,city-to-city-cooperation,2026,9999
            YY3,Three,city-to-city-cooperation,+10000-01-01,
            YY4,Four,city-to-city-cooperation,1800,2200
            """;
        var activities = """
            code,type,title,start,end,status
            YA1,study-visit,One,2026-03,2206-04,held
            YA2,study-visit,Two,0001/2026,,held
            """;

        assertThat(records.load(List.of(
                        file("cities", cities), file("programmes", programmes), file("activities", activities))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::line, Fault::column)
                        .containsExactlyInAnyOrder(
                                tuple(2L, "population_year"),
                                tuple(2L, "start"),
                                tuple(3L, "end"),
                                tuple(4L, "start"),
                                tuple(2L, "end"),
                                tuple(3L, "start")));
    }

    @Test
    void namesTheColumnThatNamesARecordThatIsNotThere() {
        var actions = """
            code,kind,title,status,activity,question
            YP-1,joint-initiative,One,planned,SV-NONE,
            YP-2,joint-initiative,Two,planned,SV-02,QQ-NONE
            """;
        var agreements = "code,type,title,status,activity\nYG-1,declaration,One,planned,SV-NONE\n";
        var milestones = "code,date,title,subject,programme\nYM-1,2026,One,network,NO-PROGRAMME\n";

        assertThat(records.load(List.of(
                        file("plan_items", actions), file("agreements", agreements), file("milestones", milestones))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::line, Fault::column)
                        .containsExactlyInAnyOrder(
                                tuple(2L, "activity"),
                                tuple(3L, "question"),
                                tuple(2L, "activity"),
                                tuple(2L, "programme")));
    }

    @Test
    void countsLinesAsEditorsDoAlsoWhereCellsHaveSeveral() {
        var faulty = "code,name,note\n\nyy-port,Yyport,\"one\ntwo\"\nyy-bad code,Yybad,\nyy-worse code,\"Yy\nworse\",";

        assertThat(records.load(List.of(file("cities", faulty))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::line)
                        .containsExactly(5L, 6L));
    }

    @Test
    void namesTheLineThatHasMoreCellsThanTheHeader() {
        var faulty = "code,name,population,note\nyy-port,Yyport,1,234,000,third\nyy-fair,Yyfair,2000,ok\n";

        assertThat(records.load(List.of(file("cities", faulty))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::toString)
                        .containsExactly("cities.csv:2: has 6 cells; the header has 4"));
    }

    @Test
    void namesTheLineInWhichAQuoteIsNotClosed() {
        var open = "code,name,note\n"
                + "yy-port,Yyport,ok\n"
                + "yy-fair,Yyfair,\"the old\n"
                + "yy-mill,Yymill,x\n"
                + "yy-ford,Yyford,\"fine\"\n";

        for (var faulty : List.of(open, open.replace("\"fine\"", "fine"))) {
            assertThat(records.load(List.of(file("cities", faulty))))
                    .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                            .singleElement()
                            .satisfies(fault -> {
                                assertThat(fault.line()).isEqualTo(3);
                                assertThat(fault.message()).contains("quotation mark");
                            }));
        }
    }

    @Test
    void takesANumberOfAnAbsurdLengthForNone() {
        var faulty = "code,name,latitude,longitude\nyy-port,Yyport,1E900000000,1E-900000000\n";

        assertThat(records.load(List.of(file("cities", faulty))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.line() + " " + fault.column())
                        .containsExactly("2 latitude", "2 longitude"));
    }

    @Test
    void findsTheFaultsOfRowsAlsoWhereAColumnIsMissing() {
        var faulty = "code,population,colour\nyy-port,many,red\nyy bad,1,red\nyy-fair,2,red\n";

        assertThat(records.load(List.of(file("cities", faulty))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(fault -> fault.line() + " " + fault.column())
                        .containsExactly("1 colour", "1 name", "2 population", "3 code"));
    }

    @Test
    void replacesItWhenTold() {
        var files = List.of(file("cities", CITIES));

        assertThat(records.load(files, true)).isInstanceOf(RecordImport.Outcome.Imported.class);

        assertThat(population()).isEqualTo("1000");
        assertThat(records.load(List.of(file("cities", CITIES.replace("1000", "1001")))))
                .isInstanceOf(RecordImport.Outcome.Imported.class);
    }

    @Test
    void bringsInWhatChangedElsewhereInTheRecord() {
        var changed = CITIES.replace("1000,,first", "1234,https://yy.example,second");

        assertThat(records.load(List.of(file("cities", changed)))).isInstanceOf(RecordImport.Outcome.Imported.class);

        assertThat(population()).isEqualTo("1234");
    }

    @Test
    void seesANameThatAPersonAddedAndTheFileDoesNotHave() {
        as(editor, """
            insert into organisation_name (id, organisation, name, folded, kind)
            select gen_random_uuid(), id, 'Yyhaven', 'yyhaven', 'alternative' from organisation where code = 'yy-hill'
            """);
        var unedited = CITIES.replace("1000", "1234");

        assertThat(records.load(List.of(file("cities", unedited))))
                .isInstanceOfSatisfying(
                        RecordImport.Outcome.Refused.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.line()).isEqualTo(3);
                            assertThat(fault.message()).startsWith("\"Yyhaven\" was entered on ");
                        }));
    }

    @Test
    void findsTheLineOfARecordWithoutACodeByThoseItBelongsTo() {
        var programmes = file("programmes", "code,name,kind\nYY,Yy programme,city-to-city-cooperation\n");
        var participants = file("participants", "programme,organisation,note\nYY,yy-hill,\nYY,yy-harbour,old\n");
        assertThat(records.load(List.of(programmes, participants))).isInstanceOf(RecordImport.Outcome.Imported.class);
        as(editor, "update participant set note = 'new' where note = 'old'");

        assertThat(records.load(List.of(participants)))
                .isInstanceOfSatisfying(
                        RecordImport.Outcome.Refused.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.line()).isEqualTo(3);
                            assertThat(fault.column()).isEqualTo("note");
                        }));
    }

    @Test
    void namesTheLineOfACodeThatStoodBefore() {
        var header = CITIES.lines().findFirst().orElseThrow();
        var first = CITIES.lines().skip(1).findFirst().orElseThrow();

        assertThat(records.load(List.of(file("cities", header + "\n" + first + "\n" + first + "\n"))))
                .isInstanceOfSatisfying(RecordImport.Outcome.Refused.class, refused -> assertThat(refused.faults())
                        .extracting(Fault::line, Fault::column, Fault::message)
                        .contains(tuple(3L, "code", "stands in line 2 too")));
    }
}
