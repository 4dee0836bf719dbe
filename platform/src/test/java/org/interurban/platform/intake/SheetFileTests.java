package org.interurban.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.interurban.platform.intake.SheetFile.Line;
import org.interurban.platform.intake.SheetFile.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTests {

    private static final String KOREAN = "도시명,국가,인구\n수원시,대한민국,1190000\n고양시,대한민국,1073000\n용인시,대한민국,1076000\n";

    private static SheetFile read(byte[] content) {
        var outcome = SheetFile.read(content, null);
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcome).file();
    }

    private static List<Line> lines(byte[] content) {
        return read(content).worksheets().getFirst().lines();
    }

    private static String refusal(byte[] content) {
        return SheetFile.read(content, null) instanceof Outcome.Refused(var reason, var detail) ? reason : "";
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

        assertThat(((Outcome.Read) SheetFile.read(content, "windows-1252"))
                        .file()
                        .charset())
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

        assertThat(lines(content).get(1).cells()).containsExactly("1190000", "2023-02-14", "37.566", "yes");
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
        bomb.put("xl/media/zeros", new byte[SheetFile.MOST_UNPACKED]);

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

        assertThat(SheetFile.read(Sheets.zip(laughs), null))
                .satisfiesAnyOf(
                        outcome -> assertThat(outcome).isInstanceOf(Outcome.Refused.class),
                        outcome -> assertThat(outcome.toString().length()).isLessThan(1000));
    }

    @Test
    void refusesMoreRowsAndColumnsThanItCanShow() {
        assertThat(refusal("a,b\n".repeat(SheetFile.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8)))
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

            assertThat(SheetFile.read(content, round % 7 == 0 ? "windows-31j" : null))
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

            assertThat(SheetFile.read(Sheets.zip(workbook(rows.toString())), null))
                    .as(rows.toString())
                    .isNotNull();
        }
    }
}
