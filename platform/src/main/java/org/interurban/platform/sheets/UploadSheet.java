package org.interurban.platform.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.sheets.SheetFile.Line;
import org.interurban.platform.sheets.SheetFile.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a sheet in as it is, finds its headings and guesses its columns; a person may then read it another way. */
@Service
class UploadSheet {

    private static final int NAME_LENGTH = 200;
    private static final int LOOKED_AT = 60;

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final SheetReach reach;
    private final ReadingRoom room;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UploadSheet(
            SheetImports imports,
            SheetRows allRows,
            SheetTargets targets,
            SheetReach reach,
            ReadingRoom room,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.reach = reach;
        this.room = room;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a person sends. */
    interface Content {
        void copyTo(Path file) throws IOException;
    }

    /** Stores what was read, once for each form that brings it. */
    interface Storing {

        /** @return where the columns of what is stored are chosen */
        String store(SheetId id, Runnable deed);
    }

    sealed interface Outcome {
        /** @param address where its columns are chosen */
        record Uploaded(String address) implements Outcome {}

        record Refused(SheetFile.Outcome.Refused why) implements Outcome {}
    }

    /** The file is read before anything is written, so that no connection to the database waits for it. */
    Outcome upload(SheetTarget target, String fileName, Content content, Storing storing) {
        reach.require(target);
        return inTheRoom(file -> {
            content.copyTo(file);
            var allowance = new Allowance();
            return switch (SheetFile.read(file, null, allowance)) {
                case SheetFile.Outcome.Refused refused -> new Outcome.Refused(refused);
                case SheetFile.Outcome.Read(var read) -> {
                    var id = SheetId.next();
                    var worksheet = likeliest(read.worksheets(), target, allowance);
                    var found = read(id, target, fileName(fileName), read, worksheet, 0, allowance);
                    yield new Outcome.Uploaded(storing.store(id, () -> {
                        add(found.sheet(), file);
                        allRows.replaceLines(id, found.lines());
                    }));
                }
            };
        });
    }

    private void add(SheetImport sheet, Path file) {
        try {
            imports.add(sheet, file, Rights.account());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the kept file again: another worksheet, another heading row (0 to find it), another encoding. */
    Outcome readAgain(SheetImport sheet, int worksheet, int headerRow, @Nullable String charset) {
        reach.require(sheet.id());
        return inTheRoom(file -> {
            if (!imports.copyContent(sheet.id(), file)) {
                return new Outcome.Refused(new SheetFile.Outcome.Refused("forgotten"));
            }
            var allowance = new Allowance();
            return switch (SheetFile.read(file, charset, allowance)) {
                case SheetFile.Outcome.Refused refused -> new Outcome.Refused(refused);
                case SheetFile.Outcome.Read(var read) -> {
                    var chosen = Math.clamp(worksheet, 0, read.worksheets().size() - 1);
                    var target = targets.get(sheet.target());
                    var again = read(sheet.id(), target, sheet.fileName(), read, chosen, headerRow, allowance);
                    transaction.executeWithoutResult(status -> {
                        imports.save(again.sheet());
                        allRows.replaceLines(sheet.id(), again.lines());
                    });
                    yield new Outcome.Uploaded(SheetPages.columns(sheet.id()));
                }
            };
        });
    }

    private Outcome inTheRoom(ReadingRoom.Reading<Outcome> reading) {
        try {
            return room.alone(reading);
        } catch (TooMuch e) {
            return new Outcome.Refused(e.refused());
        }
    }

    private static String fileName(String given) {
        var name =
                given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "sheet" : name.substring(0, Math.min(name.length(), NAME_LENGTH));
    }

    /** @param lines with the headings in one row */
    private record Found(SheetImport sheet, List<Line> lines) {}

    private Found read(
            SheetId id,
            SheetTarget target,
            String fileName,
            SheetFile file,
            int worksheet,
            int headerRow,
            Allowance allowance) {
        var read = file.worksheets().get(worksheet);
        var all = read.lines();
        var last = all.isEmpty() ? 1 : all.getLast().position();
        var first = headerRow > 0 ? Math.min(headerRow, last) : Headings.row(all, target.columns(), allowance);
        var joined = Headings.joined(all, first, target.columns());
        var header = joined.map(Line::position).orElse(first);
        var lines = joined.map(one -> with(one, all)).orElse(all);
        var sheet = SheetImport.uploaded(
                id,
                target.name(),
                fileName,
                file.charset(),
                file.worksheets().stream().map(Worksheet::name).toList(),
                worksheet,
                read.hidden(),
                header,
                file.charset() == null ? null : width(lines, header),
                columns(target, lines, header),
                clock.instant());
        return new Found(sheet, lines);
    }

    /**
     * What else a sheet holds.
     *
     * @param headings of columns that nothing was read from yet
     */
    record Further(String target, List<String> headings) {

        public String columns() {
            return String.join(", ", headings);
        }
    }

    /** The kinds of record for which columns stand there that were left out so far. */
    List<Further> further(SheetImport sheet) {
        var headings = allRows.headings(sheet);
        var below = below(sheet);
        var done = imports.targetsOf(sheet);
        return below.isEmpty()
                ? List.of()
                : targets.all().stream()
                        .filter(target -> !done.contains(target.name()) && reach.includes(target))
                        .flatMap(target -> further(sheet, target, headings, below).stream())
                        .toList();
    }

    /** Only what says by a heading that it is of that kind, and whom it is about. */
    private static Optional<Further> further(
            SheetImport sheet, SheetTarget target, List<String> headings, List<Line> below) {
        var columns = Headings.guess(below, headings, target.columns(), target.repeats());
        columns.keySet().removeAll(Headings.guessed(columns, headings, target.columns()));
        var required = target.fields().stream().filter(SheetField::required).map(SheetField::name);
        var left = columns.values().stream()
                .filter(column -> !sheet.columns().containsValue(column))
                .sorted()
                .map(headings::get)
                .toList();
        return left.isEmpty() || required.noneMatch(columns::containsKey)
                ? Optional.empty()
                : Optional.of(new Further(target.name(), left));
    }

    private List<Line> below(SheetImport sheet) {
        return allRows.firstLines(sheet, sheet.headerRow() + LOOKED_AT).stream()
                .filter(line -> line.position() > sheet.headerRow())
                .toList();
    }

    /** The rows of a sheet once more, for records of another kind. */
    String goOn(SheetImport sheet, SheetTarget target, Storing storing) {
        reach.require(sheet.id());
        reach.require(target);
        var headings = allRows.headings(sheet);
        var columns = imports.remembered(target.name(), headings)
                .orElseGet(() -> Headings.guess(below(sheet), headings, target.columns(), target.repeats()));
        var next = SheetImport.uploaded(
                SheetId.next(),
                target.name(),
                sheet.fileName(),
                sheet.charset(),
                sheet.worksheets(),
                sheet.worksheet(),
                sheet.hidden(),
                sheet.headerRow(),
                sheet.width(),
                columns,
                clock.instant());
        return storing.store(next.id(), () -> {
            imports.add(next, Rights.account());
            allRows.copyLines(sheet.id(), next.id());
        });
    }

    private static List<Line> with(Line one, List<Line> lines) {
        return lines.stream()
                .map(line -> line.position() == one.position() ? one : line)
                .toList();
    }

    private static int width(List<Line> lines, int headerRow) {
        return lines.stream()
                .filter(line -> line.position() == headerRow)
                .mapToInt(Line::width)
                .findFirst()
                .orElse(SheetFile.MOST_COLUMNS);
    }

    /** What was chosen last time for such headings, else what the names and values suggest. */
    private Map<String, Integer> columns(SheetTarget target, List<Line> lines, int headerRow) {
        var headings = Headings.of(lines, headerRow);
        var below = lines.stream().filter(line -> line.position() > headerRow).toList();
        return imports.remembered(target.name(), headings)
                .orElseGet(() -> Headings.guess(below, headings, target.columns(), target.repeats()));
    }

    private static int likeliest(List<Worksheet> worksheets, SheetTarget target, Allowance allowance) {
        return java.util.stream.IntStream.range(0, worksheets.size())
                .boxed()
                .max(Comparator.<Integer>comparingInt(index -> known(worksheets.get(index), target, allowance))
                        .thenComparing(Comparator.<Integer>reverseOrder()))
                .orElse(0);
    }

    private static int known(Worksheet worksheet, SheetTarget target, Allowance allowance) {
        var lines = worksheet.lines();
        if (lines.isEmpty()) {
            return -1;
        }
        var header = Headings.row(lines, target.columns(), allowance);
        var below = lines.stream().filter(line -> line.position() > header).toList();
        return below.isEmpty()
                ? 0
                : Headings.guess(below, Headings.of(lines, header), target.columns(), target.repeats())
                        .size();
    }
}
