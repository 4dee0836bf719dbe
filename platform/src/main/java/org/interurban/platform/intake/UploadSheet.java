package org.interurban.platform.intake;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.intake.SheetFile.Line;
import org.interurban.platform.intake.SheetFile.Worksheet;
import org.interurban.platform.intake.SheetImport.Stage;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a sheet in as it is, finds its headings and guesses its columns; a person may then read it another way. */
@Service
class UploadSheet {

    private static final int NAME_LENGTH = 200;

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final SheetReach reach;
    private final Clock clock;

    UploadSheet(SheetImports imports, SheetRows allRows, SheetTargets targets, SheetReach reach, Clock clock) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.reach = reach;
        this.clock = clock;
    }

    sealed interface Outcome {
        record Uploaded(UUID id) implements Outcome {}

        record Refused(SheetFile.Outcome.Refused why) implements Outcome {}
    }

    @Transactional
    Outcome upload(SheetTarget target, String fileName, byte[] content) {
        reach.require(target);
        return switch (SheetFile.read(content, null)) {
            case SheetFile.Outcome.Refused refused -> new Outcome.Refused(refused);
            case SheetFile.Outcome.Read(var file) -> {
                var id = Identifier.next();
                var worksheet = likeliest(file.worksheets(), target);
                var sheet = read(id, target, fileName(fileName), file, worksheet, 0);
                imports.add(sheet, content, Rights.account());
                allRows.replaceLines(id, file.worksheets().get(worksheet).lines());
                yield new Outcome.Uploaded(id);
            }
        };
    }

    /** Reads the kept file again: another worksheet, another heading row (0 to find it), another encoding. */
    @Transactional
    Outcome readAgain(SheetImport sheet, int worksheet, int headerRow, @Nullable String charset) {
        reach.require(sheet.id());
        var content = imports.content(sheet.id());
        if (content.isEmpty()) {
            return new Outcome.Refused(new SheetFile.Outcome.Refused("forgotten"));
        }
        return switch (SheetFile.read(content.get(), charset)) {
            case SheetFile.Outcome.Refused refused -> new Outcome.Refused(refused);
            case SheetFile.Outcome.Read(var file) -> {
                var chosen = Math.clamp(worksheet, 0, file.worksheets().size() - 1);
                var target = targets.get(sheet.target());
                imports.save(read(sheet.id(), target, sheet.fileName(), file, chosen, headerRow));
                allRows.replaceLines(sheet.id(), file.worksheets().get(chosen).lines());
                yield new Outcome.Uploaded(sheet.id());
            }
        };
    }

    private static String fileName(String given) {
        var name =
                given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.isEmpty() ? "sheet" : name.substring(0, Math.min(name.length(), NAME_LENGTH));
    }

    private SheetImport read(
            UUID id, SheetTarget target, String fileName, SheetFile file, int worksheet, int headerRow) {
        var lines = file.worksheets().get(worksheet).lines();
        var last = lines.isEmpty() ? 1 : lines.getLast().position();
        var header = headerRow > 0 ? Math.min(headerRow, last) : Headings.row(lines, target.fields());
        return new SheetImport(
                id,
                target.name(),
                fileName,
                file.charset(),
                file.worksheets().stream().map(Worksheet::name).toList(),
                worksheet,
                header,
                columns(target, lines, header),
                Stage.COLUMNS,
                null,
                List.of(),
                clock.instant(),
                null,
                null);
    }

    /** What was chosen last time for such headings, else what the names and values suggest. */
    private Map<String, Integer> columns(SheetTarget target, List<Line> lines, int headerRow) {
        var headings = Headings.of(lines, headerRow);
        var below = lines.stream().filter(line -> line.position() > headerRow).toList();
        return imports.remembered(target.name(), headings)
                .orElseGet(() -> new LinkedHashMap<>(Headings.guess(below, headings, target.fields())));
    }

    private static int likeliest(List<Worksheet> worksheets, SheetTarget target) {
        return java.util.stream.IntStream.range(0, worksheets.size())
                .boxed()
                .max(Comparator.<Integer>comparingInt(index -> known(worksheets.get(index), target))
                        .thenComparing(Comparator.<Integer>reverseOrder()))
                .orElse(0);
    }

    private static int known(Worksheet worksheet, SheetTarget target) {
        var lines = worksheet.lines();
        if (lines.isEmpty()) {
            return -1;
        }
        var header = Headings.row(lines, target.fields());
        var below = lines.stream().filter(line -> line.position() > header).toList();
        return below.isEmpty()
                ? 0
                : Headings.guess(below, Headings.of(lines, header), target.fields())
                        .size();
    }
}
