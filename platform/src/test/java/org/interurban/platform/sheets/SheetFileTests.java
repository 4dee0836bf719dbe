package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.interurban.platform.shared.Degrees;
import org.interurban.platform.sheets.SheetFile.Line;
import org.interurban.platform.sheets.SheetFile.Outcome;
import org.interurban.platform.web.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTests {

    private static final String KOREAN = "도시명,국가,인구\n수원시,대한민국,1190000\n고양시,대한민국,1073000\n용인시,대한민국,1076000\n";

    private static Outcome outcome(byte[] content, @Nullable String charset) {
        return outcome(content, charset, new Allowance());
    }

    private static Outcome outcome(byte[] content, @Nullable String charset, Allowance allowance) {
        try {
            var file = Files.createTempFile("sheet", "");
            try {
                Files.write(file, content);
                return SheetFile.read(file, charset, allowance);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SheetFile read(byte[] content) {
        var outcome = outcome(content, null);
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcome).file();
    }

    private static List<Line> lines(byte[] content) {
        return read(content).worksheets().getFirst().lines();
    }

    private static String refusal(byte[] content) {
        return outcome(content, null) instanceof Outcome.Refused(var reason, var detail) ? reason : "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "x-windows-949", "UTF-16LE", "UTF-16BE"})
    void readsKoreanTextInTheEncodingsOfOfficePrograms(String charset) {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";

        assertThat(lines((mark + KOREAN).getBytes(Charset.forName(charset))))
                .first()
                .extracting(Line::cells)
                .isEqualTo(List.of("도시명", "국가", "인구"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-31j, '都市名,国,人口\n横浜市,日本,3770000\n名古屋市,日本,2320000\n札幌市のまち,日本,1970000\n', 横浜市",
        "GB18030, '城市,国家,人口\n广州市,中国,18000000\n武汉市,中国,13000000\n成都市的人口数据统计,中国,1\n', 广州市",
        "windows-1252, 'ville;pays;région\n"
                + "Orléans;France;Centre-Val de Loire\n"
                + "Saint-Étienne;France;Loire\n"
                + "Nîmes;France;Hérault\n"
                + "', Orléans"
    })
    void detectsOtherEncodings(String charset, String text, String expected) {
        assertThat(lines(text.getBytes(Charset.forName(charset))).get(1).cell(0))
                .isEqualTo(expected);
    }

    @Test
    void readsAnotherEncodingWhenAPersonSaysSo() {
        var content = KOREAN.getBytes(Charset.forName("x-windows-949"));

        assertThat(((Outcome.Read) outcome(content, "windows-1252")).file().charset())
                .isEqualTo("windows-1252");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) {
        var text = "a,b;c|d\tname%1$scountry%1$snote\nx%1$sKR%1$s\"one%1$stwo\nthree\"\ny%1$sJP%1$s\n"
                .formatted(delimiter)
                .replaceFirst("^.*?name", "name");

        assertThat(lines(text.getBytes(StandardCharsets.UTF_8)).get(1).cells())
                .containsExactly("x", "KR", "one" + delimiter.replace('\t', ' ') + "two\nthree");
    }

    @Test
    void leavesEmptyRowsOutAndKeepsTheirCount() {
        assertThat(lines("name,country\n\n,,\nSuwon,KR\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(Line::position)
                .containsExactly(1, 4);
    }

    @Test
    void readsNumbersDaysAndYesAsText() {
        var content = Sheets.xlsx(
                new Object[] {"n", "d", "t", "b"},
                new Object[] {1190000, LocalDate.of(2023, 2, 14), 37.566, true},
                new Object[] {0.1 + 0.2, null, "0012", false});

        assertThat(lines(content).get(1).cells()).containsExactly("1190000", "2023-02-14", "37.5660", "yes");
        assertThat(lines(content).get(2).cells()).containsExactly("0.3", "", "0012", "no");
    }

    @Test
    void readsWhatAFormulaCameTo() {
        var parts = new LinkedHashMap<>(workbook("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>sum</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>
            <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"Su"&amp;"won"</f><v>Suwon</v></c>
            <c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            """));

        assertThat(lines(Sheets.zip(parts)).get(1).cells()).containsExactly("2", "Suwon", "#DIV/0!");
    }

    @Test
    void ourOwnSheetComesBackByTheNamesBelowItsWords() throws IOException {
        record City(String name, String nameLocal, String country, int population) {}
        var fields = List.of(
                SheetField.text("name", 200, "city"),
                SheetField.text("name_local", 200, "local name"),
                SheetField.text("country", 2, "nation"),
                SheetField.whole("population", 1, 99_000_000, "inhabitants"));
        var words =
                Map.of("name", "City", "name_local", "Local name", "country", "Nation", "population", "Inhabitants");
        var out = new ByteArrayOutputStream();
        Sheet.of("cities", City.class)
                .xlsx(List.of(new City("Suwon", "수원시", "KR", 1190000)), out, word -> words.getOrDefault(word, word));

        var lines = lines(out.toByteArray());
        var row = Headings.row(lines, fields, new Allowance());
        var below = lines.stream().filter(line -> line.position() > row).toList();

        assertThat(lines.getFirst().cells()).containsExactly("City", "Local name", "Nation", "Inhabitants");
        assertThat(row).isEqualTo(2);
        assertThat(below).extracting(line -> line.cell(0)).containsExactly("Suwon");
        assertThat(Headings.guess(below, Headings.of(lines, row), fields, List.of()))
                .isEqualTo(Map.of("name", 0, "name_local", 1, "country", 2, "population", 3));
    }

    private static Map<String, byte[]> workbook(String rows) {
        var parts = new LinkedHashMap<String, byte[]>();
        put(parts, "[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>\
            """);
        put(parts, "_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>\
            """);
        put(parts, "xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>\
            """);
        put(parts, "xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>\
            """);
        put(parts, "xl/worksheets/sheet1.xml", """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>\
            """.formatted(rows));
        return parts;
    }

    private static void put(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, ("<?xml version=\"1.0\"?>" + text.strip()).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesMacrosOldFormatsAndOtherFiles() {
        var withMacros = workbook("");
        withMacros.put("xl/vbaProject.bin", new byte[10]);

        assertThat(refusal(Sheets.zip(withMacros))).isEqualTo("macros");
        assertThat(refusal(Sheets.zip(Map.of("word/document.xml", new byte[3]))))
                .isEqualTo("other-format");
        assertThat(refusal(new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                }))
                .isEqualTo("old-or-locked");
        assertThat(refusal("%PDF-1.7\n\0\0\1\2\3".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("other-format");
        assertThat(refusal(new byte[0])).isEqualTo("empty");
        assertThat(refusal("\n\n , , \n".getBytes(StandardCharsets.UTF_8))).isEqualTo("empty");
        assertThat(refusal(new byte[SheetFile.MOST_BYTES + 1])).isEqualTo("too-large");
    }

    @Test
    void refusesAFileThatUnpacksWithoutEnd() {
        var bomb = workbook("");
        bomb.put("xl/media/zeros", new byte[Allowance.MOST_UNPACKED]);

        var packed = Sheets.zip(bomb);

        assertThat(packed.length).isLessThan(1_000_000);
        assertThat(refusal(packed)).isEqualTo("unpacks-too-large");
    }

    @Test
    void refusesEntitiesThatGrow() {
        var laughs = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x&e9;</t></is></c></row>");
        var sheet = new String(laughs.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        var entities = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        laughs.put(
                "xl/worksheets/sheet1.xml",
                sheet.replaceFirst("\\?>", "?>" + entities.append("]>")).getBytes(StandardCharsets.UTF_8));

        assertThat(outcome(Sheets.zip(laughs), null))
                .satisfiesAnyOf(
                        outcome -> assertThat(outcome).isInstanceOf(Outcome.Refused.class),
                        outcome -> assertThat(outcome.toString().length()).isLessThan(1000));
    }

    @Test
    void refusesMoreRowsAndColumnsThanItCanShow() {
        assertThat(refusal("a,b\n".repeat(Allowance.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("too-many-rows");
        assertThat(refusal(("x" + ",x".repeat(SheetFile.MOST_COLUMNS) + "\n")
                        .repeat(3)
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("too-many-columns");
    }

    @Test
    void answersAnyDamagedFileWithAMessage() {
        var random = new Random(20261121);
        var seeds = List.of(
                Sheets.messy(),
                KOREAN.getBytes(StandardCharsets.UTF_8),
                KOREAN.getBytes(Charset.forName("x-windows-949")),
                Sheets.zip(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZ9\" s=\"9\"><v>x</v></c></row>")));
        for (int round = 0; round < 2000; round++) {
            var content = mutated(seeds.get(round % seeds.size()), random);

            assertThat(outcome(content, round % 7 == 0 ? "windows-31j" : null))
                    .as("round %d", round)
                    .isNotNull();
        }
    }

    static byte[] mutated(byte[] content, Random random) {
        var copy = java.util.Arrays.copyOf(
                content, random.nextInt(4) == 0 ? random.nextInt(content.length) + 1 : content.length);
        for (int i = random.nextInt(12); i > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    @Test
    void answersAnyCellsInsideAWorkbookWithAMessage() {
        var random = new Random(7);
        var pieces = List.of(
                "<row r=\"1\">",
                "</row>",
                "<row>",
                "<row r=\"-5\">",
                "<row r=\"99999999999\">",
                "<c r=\"A1\">",
                "</c>",
                "<c r=\"\">",
                "<c r=\"ZZZZZZZ1\" t=\"s\">",
                "<c t=\"b\">",
                "<v>1</v>",
                "<v>9999999</v>",
                "<v></v>",
                "<v>1e999999</v>",
                "<v>NaN</v>",
                "<f>A1</f>",
                "<f t=\"shared\" si=\"7\"/>",
                "<is><t>\uD83D\uDE00</t></is>",
                "&#0;",
                "<x/>",
                "text");
        for (int round = 0; round < 2000; round++) {
            var rows = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                rows.append(pieces.get(random.nextInt(pieces.size())));
            }

            assertThat(outcome(Sheets.zip(workbook(rows.toString())), null))
                    .as(rows.toString())
                    .isNotNull();
        }
    }

    private static String refusalWithDetail(byte[] content) {
        return outcome(content, null) instanceof Outcome.Refused(var reason, var detail) ? reason + " " + detail : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city,country,note\n"
                        + "Alphaville,KR,ok\n"
                        + "Betaville,KR,\"the old\n"
                        + "Gammaville,KR,x\n"
                        + "Deltaville,KR,\"fine\"\n"
                        + "Epsiville,KR,z\n",
                "city,country,note\nAlphaville,KR,ok\nBetaville,KR,\"never closed\nGammaville,KR,x\n",
                "city,country,note\r\nAlphaville,KR,ok\r\nBetaville,KR,\"the \"old\" one\"\r\nGammaville,KR,x\r\n",
                "city\tcountry\tnote\nAlphaville\tKR\tok\nBetaville\tKR\t\"the old\nGammaville\tKR\tx\n"
            })
    void namesTheLineOfAQuoteThatDoesNotCloseItsCell(String text) {
        assertThat(refusalWithDetail(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("open-quote 3");
    }

    @Test
    void keepsEveryRowBehindAQuotedCellOfSeveralLines() {
        var text = "city,note\nAlphaville,\"one\ntwo, with \"\"marks\"\"\" \nBetaville,\"\"\n";

        assertThat(lines(text.getBytes(StandardCharsets.UTF_8)))
                .extracting(Line::cells)
                .containsExactly(
                        List.of("city", "note"),
                        List.of("Alphaville", "one\ntwo, with \"marks\""),
                        List.of("Betaville"));
    }

    @Test
    void keepsHowManyCellsARowHasInTheFile() {
        assertThat(lines("a,b,,\n1,2\n1,2,3,4,5,\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(Line::width, line -> line.cells().size())
                .containsExactly(tuple(4, 2), tuple(2, 2), tuple(6, 5));
    }

    @Test
    void letsALongCellBeFoundTooLongWhereItIsUsed() {
        var inText = lines(("a,b\n" + "x".repeat(5000) + ",1\n").getBytes(StandardCharsets.UTF_8));
        var inWorkbook = lines(Sheets.xlsx(new Object[] {"a", "b"}, new Object[] {"x".repeat(5000), 1}));

        assertThat(inText.get(1).cell(0)).hasSize(SheetFile.MOST_LETTERS + 1);
        assertThat(inWorkbook.get(1).cell(0)).hasSize(SheetFile.MOST_LETTERS + 1);
    }

    @Test
    void tellsANumberFromATextWithGroups() {
        var cells = lines(Sheets.xlsx(new Object[] {1.234, 1234567, "1.234.567", -1.5, 0.001, 12}))
                .getFirst()
                .cells();
        var population = SheetField.whole("population", 0, 2_000_000_000L);

        assertThat(cells).containsExactly("1.2340", "1234567", "1.234.567", "-1.5", "0.0010", "12");
        assertThat(population.read(cells.get(0))).isInstanceOf(SheetTarget.Reading.Unfit.class);
        assertThat(population.read(cells.get(1))).isEqualTo(new SheetTarget.Reading.Value("1234567"));
        assertThat(population.read(cells.get(2))).isEqualTo(new SheetTarget.Reading.Value("1234567"));
    }

    @Test
    void countsRowsAndCellsThatDoNotSayTheirNumber() {
        var content = Sheets.zip(workbook("""
            <row><c t="inlineStr"><is><t>city</t></is></c><c t="inlineStr"><is><t>country</t></is></c></row>
            <row><c r="A2" t="inlineStr"><is><t>Alphaville</t></is></c><c r="B2" t="inlineStr"><is><t>KR</t></is></c></row>
            <row r="2"><c r="B2" t="inlineStr"><is><t>KR</t></is></c></row>
            <row r="9"><c r="B9"><v>7</v></c></row>
            """));

        assertThat(lines(content))
                .extracting(Line::position, Line::cells)
                .containsExactly(
                        tuple(1, List.of("city", "country")),
                        tuple(2, List.of("Alphaville", "KR")),
                        tuple(3, List.of("", "KR")),
                        tuple(9, List.of("", "7")));
    }

    @Test
    void readsTheStrictFormOfTheFormat() {
        var parts = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Alphaville</t></is></c></row>");
        parts.replaceAll((name, part) -> new String(part, StandardCharsets.UTF_8)
                .replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(lines(Sheets.zip(parts)).getFirst().cells()).containsExactly("Alphaville");
    }

    @Test
    void readsDaysHoweverTheyAreWritten() {
        var parts = workbook("""
            <row r="1"><c r="A1" t="d"><v>2023-02-14T00:00:00</v></c><c r="B1" t="d"><v>2023-02-14T09:30:00</v></c>
            <c r="C1" s="1"><v>44971</v></c><c r="D1" s="1"><v>44971.5</v></c><c r="E1" s="2"><v>44971</v></c>
            <c r="F1" s="3"><v>44971</v></c><c r="G1" s="1"><v>1</v></c><c r="H1" s="1"><v>99999999999</v></c></row>
            """);
        put(parts, "xl/styles.xml", """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0&quot;days&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs></styleSheet>\
            """);
        put(parts, "xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Target="styles.xml"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>\
            """);

        assertThat(lines(Sheets.zip(parts)).getFirst().cells())
                .containsExactly(
                        "2023-02-14",
                        "2023-02-14T09:30:00",
                        "2023-02-14",
                        "2023-02-14T12:00",
                        "44971",
                        "2023-02-14",
                        "1900-01-01",
                        "99999999999");
    }

    @Test
    void leavesNumbersThatNobodyCanWriteOutAsTheyStand() {
        var cells = lines(Sheets.zip(workbook("""
            <row r="1"><c r="A1"><v>1E900000000</v></c><c r="B1"><v>1E-900000000</v></c><c r="C1"><v>1E9</v></c></row>
            """))).getFirst().cells();

        assertThat(cells).containsExactly("1E900000000", "1E-900000000", "1000000000");
        for (var field :
                List.of(SheetField.whole("whole", 0, 10), SheetField.degrees("degrees", Degrees.Axis.LATITUDE))) {
            assertThat(field.read(cells.get(0))).isInstanceOf(SheetTarget.Reading.Unfit.class);
            assertThat(field.read(cells.get(1))).isInstanceOf(SheetTarget.Reading.Unfit.class);
        }
    }

    @Test
    void refusesMoreThanOneFileMayTake() {
        var wide = (",".repeat(199) + "x\n").repeat(Allowance.MOST_CELLS / 200 + 1);
        var shared = workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>".repeat(1));
        put(shared, "xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Target="sharedStrings.xml"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>\
            """);
        put(
                shared,
                "xl/sharedStrings.xml",
                "<sst>" + ("<si><t>" + "x".repeat(4000) + "</t></si>").repeat(8100) + "</sst>");
        var parts = new LinkedHashMap<>(workbook(""));
        for (int i = 0; i < 5_000; i++) {
            parts.put("xl/part" + i, new byte[0]);
        }

        assertThat(refusalWithDetail(wide.getBytes(StandardCharsets.UTF_8))).isEqualTo("too-many-cells 2,000,000");
        assertThat(refusalWithDetail(Sheets.zip(shared))).isEqualTo("too-much-text 32,000,000");
        assertThat(refusal(Sheets.zip(parts))).isEqualTo("unpacks-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>",
                "<!-- <%s> -->",
                "<x y=\"%s\"/>",
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v><![CDATA[<%s>]]></v></c></row>"
            })
    void refusesTextLongerThanAnyCellBeforeItIsKept(String rows) {
        var content = Sheets.zip(workbook(rows.formatted("x".repeat(300_000))));

        assertThat(refusal(content)).isEqualTo("long-cell");
    }

    @Test
    void countsItsWorkAndNotTheTimeThatOthersTake() throws Exception {
        var allowance = new Allowance(Duration.ofMillis(300));

        Thread.sleep(400);

        assertThatCode(allowance::lookAtTheClock).doesNotThrowAnyException();
    }

    @Test
    void stopsReadingWhenItsTimeIsOver() {
        for (var content : List.of(KOREAN.getBytes(StandardCharsets.UTF_8), Sheets.messy())) {
            assertThat(outcome(content, null, new Allowance(Duration.ZERO))).isEqualTo(new Outcome.Refused("too-slow"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "town.example,https://town.example",
        "//town.example,https://town.example",
        "HTTPS://TOWN.EXAMPLE/,https://town.example/"
    })
    void readsAddressesOfTheWebAsPeopleWriteThem(String cell, String value) {
        assertThat(SheetField.link("website").read(cell)).isEqualTo(new SheetTarget.Reading.Value(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://user:secret@town.example/", "data:text/html,x", "Town"})
    void takesNothingElseForAnAddressOfTheWeb(String cell) {
        assertThat(SheetField.link("website").read(cell)).isInstanceOf(SheetTarget.Reading.Unfit.class);
    }

    @Test
    void aMergedCellHoldsForEachRowOfItsRange() {
        var content = Sheets.zip(workbook("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>City</t></is></c><c r="B1" t="inlineStr"><is><t>Country</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Alphaville</t></is></c><c r="B2" t="inlineStr"><is><t>KR</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Betaville</t></is></c><c r="B3"/></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>Gammaville</t></is></c></row>
            <row r="6"><c r="A6" t="inlineStr"><is><t>Deltaville</t></is></c><c r="B6" t="inlineStr"><is><t>JP</t></is></c></row>
            <row r="7"><c r="A7" t="inlineStr"><is><t>Epsilonville</t></is></c></row>
            </sheetData><mergeCells><mergeCell ref="B2:B6"/><mergeCell ref="A1:C1"/><mergeCell ref="B9:B12"/><mergeCell/>
            <mergeCell ref="A7:ZZZ7"/><mergeCell ref="nonsense"/></mergeCells><sheetData>
            """));

        assertThat(lines(content))
                .extracting(Line::position, Line::cells)
                .containsExactly(
                        tuple(1, List.of("City", "Country", "City")),
                        tuple(2, List.of("Alphaville", "KR")),
                        tuple(3, List.of("Betaville", "KR")),
                        tuple(5, List.of("Gammaville", "KR")),
                        tuple(6, List.of("Deltaville", "JP")),
                        tuple(7, List.of("Epsilonville")));
    }

    @Test
    void countsWhatMergedCellsHoldLikeAnyOther() {
        var rows = new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>City</t></is></c></row>");
        for (int row = 2; row <= 3000; row++) {
            rows.append("<row r=\"%d\"><c r=\"B%d\"><v>1</v></c></row>".formatted(row, row));
        }
        rows.append("</sheetData><mergeCells>");
        rows.append("<mergeCell ref=\"A1:A3000\"/>".repeat(1000));
        rows.append("</mergeCells><sheetData>");

        assertThat(refusal(Sheets.zip(workbook(rows.toString())))).isEqualTo("too-many-cells");
    }

    @Test
    void triesWhatAHeadingSeemsToMeanOnTheValuesBelowIt() {
        var kind = SheetField.choice("kind", Map.of("metropolis", "metropolis", "county", "county"), "type");
        var below = List.of(new Line(2, List.of("City proper", "county")), new Line(3, List.of("Area", "metropolis")));

        assertThat(Headings.guess(below, List.of("City type", "Form"), List.of(kind), List.of()))
                .isEqualTo(Map.of("kind", 1));
        assertThat(Headings.guess(below, List.of("Town type", ""), List.of(kind), List.of()))
                .doesNotContainEntry("kind", 0);
        assertThat(Headings.guessed(Map.of("kind", 0), List.of("City type"), List.of(kind)))
                .containsExactly("kind");
        assertThat(Headings.guessed(Map.of("kind", 0), List.of("Type"), List.of(kind)))
                .isEmpty();
    }

    private static final String MANY = "city,country\nKöln,DE\nŁódź,PL\n수원,KR\nÉvreux,FR\n";

    @ParameterizedTest
    @ValueSource(strings = {"Nîmes,FR\n", "Málaga,ES\nFürth,DE\n", "\u00c9"})
    void leavesAFileInUnicodeOfWhichAFewCellsAreNot(String strange) {
        var content =
                Sheets.joined(MANY.getBytes(StandardCharsets.UTF_8), strange.getBytes(Charset.forName("windows-1252")));

        var file = read(content);
        assertThat(file.charset()).isEqualTo("UTF-8");
        assertThat(file.worksheets().getFirst().lines())
                .extracting(line -> line.cell(0))
                .contains("Köln", "Łódź", "수원", "Évreux");
    }

    @Test
    void marksAFormulaWithoutItsResultAndNotOneThatCameToNothing() {
        var parts = new LinkedHashMap<>(workbook("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>sum</t></is></c></row>
            <row r="2"><c r="A2"><f>SUM(B1:B2)</f></c><c r="B2"><f>1000+234</f><v/></c>
            <c r="C2" t="str"><f>IF(A1="","","")</f><v></v></c><c r="D2"><v>4</v></c></row>
            """));

        assertThat(lines(Sheets.zip(parts)).get(1).cells())
                .containsExactly(SheetFile.UNCOMPUTED, SheetFile.UNCOMPUTED, "", "4");
    }

    @Test
    void takesMarksThatNobodySeesOffCells() {
        assertThat(SheetFile.clean("\u202eAl\u200bpha\u00adville\u2060 \ufeff")).isEqualTo("Alphaville");
        assertThat(SheetFile.clean("می\u200cخواهم")).isEqualTo("می\u200cخواهم");
        assertThat(Likeness.fold("Al\u200bpha")).isEqualTo(Likeness.fold("Alpha"));
    }

    @Test
    void knowsWhatIsHidden() {
        var file = read(Sheets.zip(new LinkedHashMap<>(workbook("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>
            <row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" hidden="true"/><row r="4"><c r="A4"><v>2</v></c></row>
            """))));

        assertThat(file.worksheets().getFirst().hidden().rows()).containsExactly(2);
        assertThat(file.worksheets().getFirst().lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsHalvesOfLettersWithoutTheMarkOfTheirOrder(String charset) {
        var file = read("city\tcountry\n수원시\t대한민국\nKöln\tDE\n".getBytes(Charset.forName(charset)));

        assertThat(file.charset()).isEqualTo(charset);
        assertThat(file.worksheets().getFirst().lines().get(1).cells()).containsExactly("수원시", "대한민국");
    }

    @Test
    void refusesAWebPageInWords() {
        assertThat(refusal("<html><body><table><tr><td>city</td></tr></table></body></html>"
                        .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("web-page");
    }
}
