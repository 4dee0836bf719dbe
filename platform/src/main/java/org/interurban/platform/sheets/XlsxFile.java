package org.interurban.platform.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.interurban.platform.shared.Decimals;
import org.interurban.platform.sheets.SheetFile.Outcome;
import org.interurban.platform.sheets.SheetFile.Worksheet;
import org.jspecify.annotations.Nullable;

/** XLSX, read as a stream part by part, of which nothing is kept but the texts of cells that are not empty. */
final class XlsxFile {

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_WORKSHEETS = 200;
    private static final int MOST_STYLES = 100_000;

    /** Relationships, or formats of numbers. */
    private static final int MOST_NAMED = 5_000;

    /** What a part may unpack to that holds no cells. */
    private static final int MOST_BESIDE_CELLS = 16 * 1024 * 1024;

    private static final int LAST_ROW = 1_048_576;

    private static final int NAME_LENGTH = 100;

    /** Longer than the longest cell of any spreadsheet program, whatever its letters take. */
    private static final int MOST_AT_ONCE = 256 * 1024;

    /** Formats of days and times that are known by number alone; those from 27 on are of Chinese, Japanese and Korean editions. */
    private static final Set<Integer> DAYS = days();

    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,14}");

    private static final Pattern RANGE = Pattern.compile(
            "\\$?(?<column>[A-Za-z]{1,3})\\$?(?<first>\\d{1,7}):\\$?(?<to>[A-Za-z]{1,3})\\$?(?<last>\\d{1,7})");

    private static final int LAST_DAY = 2_958_465; // 9999-12-31

    private final ZipFile zip;
    private final Allowance allowance;
    private final Map<String, String> worksheets = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final BitSet daysByStyle = new BitSet();
    private boolean from1904;
    private boolean isFormula;

    private XlsxFile(ZipFile zip, Allowance allowance) {
        this.zip = zip;
        this.allowance = allowance;
    }

    private static Set<Integer> days() {
        var days = new HashSet<>(Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47));
        for (int number = 27; number <= 36; number++) {
            days.add(number);
        }
        for (int number = 50; number <= 58; number++) {
            days.add(number);
        }
        return Set.copyOf(days);
    }

    /** A foreign file can break its reader in any way; whatever that throws, the file is damaged and nothing else is. */
    static Outcome read(Path file, Allowance allowance) {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            return new XlsxFile(zip, allowance).read();
        } catch (TooMuch e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return new Outcome.Refused("damaged");
        }
    }

    private Outcome read() throws IOException, XMLStreamException {
        if (zip.size() > MOST_PARTS || zip.stream().mapToLong(XlsxFile::size).sum() > Allowance.MOST_UNPACKED) {
            throw new TooMuch("unpacks-too-large", Allowance.MOST_UNPACKED / 1024 / 1024 + " MB");
        }
        if (zip.stream().map(ZipEntry::getName).anyMatch(XlsxFile::isMacro)) {
            return new Outcome.Refused("macros");
        }
        var workbook = zip.getEntry("xl/workbook.xml");
        if (workbook == null) {
            return new Outcome.Refused("other-format");
        }
        var parts = new HashMap<String, String>();
        each("xl/_rels/workbook.xml.rels", MOST_BESIDE_CELLS, xml -> relationship(xml, parts));
        each("xl/workbook.xml", MOST_BESIDE_CELLS, xml -> workbook(xml, parts));
        if (parts.containsKey("/styles")) {
            styles(parts.get("/styles"));
        }
        if (parts.containsKey("/sharedStrings")) {
            texts(parts.get("/sharedStrings"));
        }
        var read = new ArrayList<Worksheet>();
        for (var worksheet : worksheets.entrySet()) {
            read.add(worksheet(worksheet.getValue(), worksheet.getKey()));
        }
        return new Outcome.Read(new SheetFile(read, null));
    }

    private static long size(ZipEntry entry) {
        return Math.max(entry.getSize(), 0);
    }

    private static boolean isMacro(String name) {
        return name.endsWith("vbaProject.bin") || name.startsWith("xl/macrosheets/");
    }

    /** What is done at each element of a part. */
    private interface AtElement {
        void accept(XMLStreamReader xml) throws XMLStreamException;
    }

    private void each(String part, int mostUnpacked, AtElement what) throws IOException, XMLStreamException {
        try (var in = part(part, mostUnpacked)) {
            var xml = CountedXml.read(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    what.accept(xml);
                }
            }
        }
    }

    private InputStream part(String name, int mostUnpacked) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            entry = zip.stream()
                    .filter(one -> one.getName().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no part " + name));
        }
        return new Part(zip.getInputStream(entry), mostUnpacked);
    }

    /** Parts by the id of their relationship; those the whole workbook has once by the end of their type. */
    private static void relationship(XMLStreamReader xml, Map<String, String> parts) {
        var id = xml.getAttributeValue(null, "Id");
        var target = xml.getAttributeValue(null, "Target");
        var type = xml.getAttributeValue(null, "Type");
        if (id != null && target != null && type != null) {
            var kind = type.substring(Math.max(type.lastIndexOf('/'), 0));
            var part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            parts.put(kind.equals("/worksheet") ? id : kind, part);
            requireFew(parts);
        }
    }

    private static void requireFew(Map<String, ?> named) {
        if (named.size() > MOST_NAMED) {
            throw new TooMuch("overgrown", MOST_NAMED);
        }
    }

    private void workbook(XMLStreamReader xml, Map<String, String> parts) {
        switch (xml.getLocalName()) {
            case "workbookPr" -> from1904 = isYes(xml.getAttributeValue(null, "date1904"));
            case "sheet" -> {
                var part = parts.get(relationship(xml));
                var name = xml.getAttributeValue(null, "name");
                if (part != null && worksheets.size() < MOST_WORKSHEETS) {
                    worksheets.putIfAbsent(part, SheetFile.clean(name == null ? "" : name, NAME_LENGTH));
                }
            }
            default -> {}
        }
    }

    private static boolean isYes(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    /** The attribute {@code id} of another namespace, which differs between the two forms of the format. */
    private static @Nullable String relationship(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private void styles(String part) throws IOException, XMLStreamException {
        var formats = new HashMap<String, Boolean>();
        try (var in = part(part, MOST_BESIDE_CELLS)) {
            var xml = CountedXml.read(in);
            var used = false;
            for (int style = 0; xml.hasNext() && style < MOST_STYLES; ) {
                var event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "cellXfs" -> used = event == XMLStreamReader.START_ELEMENT;
                        case "numFmt" -> {
                            if (event == XMLStreamReader.START_ELEMENT) {
                                formats.put(
                                        xml.getAttributeValue(null, "numFmtId"),
                                        isDay(xml.getAttributeValue(null, "formatCode")));
                                requireFew(formats);
                            }
                        }
                        case "xf" -> {
                            if (used && event == XMLStreamReader.START_ELEMENT) {
                                daysByStyle.set(style++, isDay(xml.getAttributeValue(null, "numFmtId"), formats));
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
    }

    private static boolean isDay(@Nullable String number, Map<String, Boolean> formats) {
        var known = formats.get(number);
        return known != null
                ? known
                : number != null && number.matches("\\d{1,3}") && DAYS.contains(Integer.parseInt(number));
    }

    private static boolean isDay(@Nullable String format) {
        return format != null
                && format.length() < 300
                && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?is).*[ymd].*");
    }

    private void texts(String part) throws IOException, XMLStreamException {
        each(part, Allowance.MOST_UNPACKED, xml -> {
            if (xml.getLocalName().equals("si")) {
                var text = SheetFile.clean(text(xml, "si"));
                allowance.sharedText(text);
                texts.add(text);
            }
        });
    }

    /** The text within the element up to its end, without what says how it is read aloud. */
    private String text(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        var read = false;
        var aloud = false;
        isFormula = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    aloud = aloud || xml.getLocalName().equals("rPh");
                    isFormula = isFormula || xml.getLocalName().equals("f");
                    read = !aloud
                            && (xml.getLocalName().equals("t")
                                    || xml.getLocalName().equals("v"));
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
                    if (read && text.length() <= SheetFile.MOST_LETTERS) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    if (xml.getLocalName().equals(element)) {
                        return text.toString();
                    }
                    read = false;
                    aloud = aloud && !xml.getLocalName().equals("rPh");
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private Worksheet worksheet(String name, String part) throws IOException, XMLStreamException {
        var lines = new Lines(allowance);
        var hiddenRows = new ArrayList<Integer>();
        var hiddenColumns = new ArrayList<Integer>();
        try (var in = part(part, Allowance.MOST_UNPACKED)) {
            var xml = CountedXml.read(in);
            var position = 0;
            var column = -1;
            var hidden = false;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                    position = position(xml.getAttributeValue(null, "r"), position + 1);
                    column = -1;
                    hidden = isYes(xml.getAttributeValue(null, "hidden"));
                } else if (event == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("col")
                        && isYes(xml.getAttributeValue(null, "hidden"))) {
                    range(xml, hiddenColumns);
                } else if (event == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("c")
                        && position > 0) {
                    column = column(xml.getAttributeValue(null, "r"), column + 1);
                    lines.put(column, value(xml));
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    if (lines.end(position, column + 1) && hidden) {
                        hiddenRows.add(position);
                    }
                } else if (event == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("mergeCell")) {
                    merged(xml.getAttributeValue(null, "ref"), lines);
                }
            }
        }
        return new Worksheet(name, lines.all(), new SheetFile.Hidden(hiddenRows, hiddenColumns));
    }

    /** Columns are counted from 1 there. */
    private static void range(XMLStreamReader xml, List<Integer> columns) {
        var first = Integer.parseInt(xml.getAttributeValue(null, "min"));
        var last = Integer.parseInt(xml.getAttributeValue(null, "max"));
        for (int column = Math.max(first, 1); column <= Math.min(last, SheetFile.MOST_COLUMNS); column++) {
            columns.add(column - 1);
        }
    }

    private void merged(@Nullable String range, Lines lines) {
        allowance.lookAtTheClock();
        var parts = range == null ? null : RANGE.matcher(range);
        if (parts != null && parts.matches()) {
            lines.fill(
                    column(parts.group("column"), 0),
                    column(parts.group("to"), 0),
                    Integer.parseInt(parts.group("first")),
                    Integer.parseInt(parts.group("last")));
        }
    }

    /** The row's number, where it says one behind the last; numbers are optional, and rows stand in order. */
    private static int position(@Nullable String said, int next) {
        var number = said == null ? next : Integer.parseInt(said);
        if (number < 1 || Math.max(number, next) > LAST_ROW) {
            throw new NumberFormatException("There is no row " + number);
        }
        return Math.max(number, next);
    }

    /** From letters such as AB, else the next; any that is too far to the right stays that. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null || reference.isEmpty()) {
            return next;
        }
        var column = 0;
        for (int i = 0; i < reference.length() && column <= SheetFile.MOST_COLUMNS; i++) {
            var letter = reference.charAt(i) & ~0x20;
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }

    private String value(XMLStreamReader xml) throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var style = xml.getAttributeValue(null, "s");
        var raw = text(xml, "c");
        if (isFormula && raw.isEmpty() && !"str".equals(type)) {
            return SheetFile.UNCOMPUTED;
        }
        if (type == null || type.equals("n")) {
            return SheetFile.clean(
                    style != null && !raw.isEmpty() && daysByStyle.get(Integer.parseInt(style))
                            ? day(raw)
                            : number(raw));
        }
        return switch (type) {
            case "s" -> raw.isEmpty() ? "" : texts.get(Integer.parseInt(raw.strip()));
            case "b" -> raw.isEmpty() ? "" : isYes(raw) ? "yes" : "no";
            case "e" -> raw.isEmpty() ? "#" : SheetFile.clean(raw);
            case "d" -> SheetFile.clean(raw.replaceFirst("T00:00(:00(\\.0*)?)?Z?$", ""));
            default -> SheetFile.clean(raw);
        };
    }

    /**
     * Fifteen digits are what spreadsheets hold; the rest is noise of binary fractions. Three digits behind the point get a
     * fourth, since as text 1.234 might as well be one thousand two hundred thirty-four, and here it is not.
     */
    private static String number(String raw) {
        if (raw.isEmpty() || WHOLE.matcher(raw).matches()) {
            return raw;
        }
        try {
            var plain = Decimals.plain(Decimals.parse(raw.strip()).round(new MathContext(15)));
            return plain.indexOf('.') == plain.length() - 4 ? plain + "0" : plain;
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    /** Days are counted from the end of 1899, with a 29 February 1900 that never was, or from the beginning of 1904. */
    private String day(String raw) {
        BigDecimal number;
        try {
            number = Decimals.parse(raw.strip());
        } catch (NumberFormatException e) {
            return raw;
        }
        var seconds = Math.round(number.doubleValue() * 86_400);
        var days = Math.floorDiv(seconds, 86_400L);
        if (days < 0 || days > LAST_DAY) {
            return number(raw);
        }
        var first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 61 ? 31 : 30);
        var time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, 86_400L));
        var day = first.plusDays(days);
        return time.equals(LocalTime.MIDNIGHT)
                ? day.toString()
                : day.atTime(time).toString();
    }

    /** A part as it is unpacked; a piece of text or of markup that is longer than any cell ends it before its reader keeps it. */
    private final class Part extends FilterInputStream {

        private final int mostUnpacked;
        private int unpacked;
        private int length;
        private int last;
        private int beforeLast;

        /** Whether this is a comment or the like, which may hold the signs that end other pieces. */
        private boolean apart;

        Part(InputStream in, int mostUnpacked) {
            super(in);
            this.mostUnpacked = mostUnpacked;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            var read = super.read(bytes, from, most);
            allowance.unpack(Math.max(read, 0));
            unpacked += Math.max(read, 0);
            if (unpacked > mostUnpacked) {
                throw new TooMuch("overgrown", mostUnpacked / 1024 / 1024 + " MB");
            }
            for (int i = from; i < from + read; i++) {
                look(bytes[i]);
            }
            return read;
        }

        private void look(int letter) {
            if (letter == 0) {
                return; // half a letter of UTF-16
            }
            if (letter == '<' && !apart) {
                length = 0;
            } else if (letter == '!' && last == '<') {
                apart = true;
            } else if (letter == '>' && apart && last == beforeLast && (last == '-' || last == ']')) {
                apart = false;
                length = 0;
            }
            beforeLast = last;
            last = letter;
            if (++length > MOST_AT_ONCE) {
                throw new TooMuch("long-cell", 32_767);
            }
        }
    }
}
