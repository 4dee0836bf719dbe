package org.interurban.platform.sheets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.SentForms;
import org.interurban.platform.web.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sheet's way in, page by page: upload, columns, rows, done. */
@Controller
@RequestMapping("/sheets")
@Requires("SHEETS_IMPORT")
class SheetPages {

    private static final int PREVIEWED = 8;
    private static final int SAMPLED = 200;
    private static final int TITLE_LENGTH = 200;

    private final SheetImports imports;
    private final SheetRows allRows;
    private final SheetTargets targets;
    private final UploadSheet uploadSheet;
    private final ReviewSheet reviewSheet;
    private final SheetWork work;
    private final SheetReach reach;
    private final SentForms forms;
    private final SheetWords words;
    private final SheetDocuments documents;

    SheetPages(
            SheetImports imports,
            SheetRows allRows,
            SheetTargets targets,
            UploadSheet uploadSheet,
            ReviewSheet reviewSheet,
            SheetWork work,
            SheetReach reach,
            SentForms forms,
            SheetWords words,
            SheetDocuments documents) {
        this.imports = imports;
        this.allRows = allRows;
        this.targets = targets;
        this.uploadSheet = uploadSheet;
        this.reviewSheet = reviewSheet;
        this.work = work;
        this.reach = reach;
        this.forms = forms;
        this.words = words;
        this.documents = documents;
    }

    /** @param target what the rows of the next sheet probably are */
    @InMenu(atWork = true, place = 110, words = "sheets.title", section = "sheets", holding = "SHEETS_IMPORT")
    @GetMapping
    String list(@RequestParam(defaultValue = "") String target, Model model) {
        targets.find(target).ifPresent(known -> model.addAttribute("target", known.name()));
        return list(model);
    }

    private String list(Model model) {
        model.addAttribute(
                "targets",
                targets.all().stream()
                        .filter(reach::includes)
                        .map(SheetTarget::name)
                        .toList());
        model.addAttribute("imports", imports.recent(reach.owner()));
        model.addAttribute("keptDays", OldSheets.KEPT.toDays());
        return "sheets/list";
    }

    @Once(whenStored = true)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Object upload(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var known = targets.find(target == null ? "" : target);
        if (known.isEmpty()) {
            return refused(model, new SheetFile.Outcome.Refused("no-target"), response);
        }
        if (file == null || file.isEmpty()) {
            return refused(model, new SheetFile.Outcome.Refused("empty"), response);
        }
        var name = file.getOriginalFilename();
        model.addAttribute("target", target);
        var outcome = uploadSheet.upload(
                known.get(),
                name == null ? "" : name,
                file::transferTo,
                (id, deed) -> forms.store(request, columns(id), deed));
        return switch (outcome) {
            case UploadSheet.Outcome.Uploaded(var address) -> "redirect:" + address;
            case UploadSheet.Outcome.Refused(var why) -> refused(model, why, response);
        };
    }

    /** The records of a list as a sheet that can be changed and brought in again. */
    @GetMapping("/of/{target}.xlsx")
    void toChange(@PathVariable String target, ListQuery query, HttpServletResponse response) throws IOException {
        var known = targets.find(target)
                .filter(reach::includes)
                .orElseThrow(() -> new NotFound("There is no sheet of " + target));
        var lines = known instanceof FormTarget<?, ?> form ? form.lines(query) : lines(known);
        response.setContentType(Sheet.XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(target + ".xlsx")
                        .build()
                        .toString());
        sheet(known, lines).xlsx(lines, response.getOutputStream(), field -> words.of(target, field));
    }

    private static List<FormTarget.Line> lines(SheetTarget target) {
        var records = target.records();
        return records.keys().stream()
                .map(records::values)
                .filter(Objects::nonNull)
                .map(FormTarget.Line::new)
                .toList();
    }

    private static Sheet<FormTarget.Line> sheet(SheetTarget target, List<FormTarget.Line> lines) {
        return target instanceof FormTarget<?, ?> form
                ? form.sheet(lines)
                : new Sheet<>(
                        target.name(),
                        FormTarget.Line.class,
                        target.fields().stream()
                                .map(SheetField::name)
                                .map(field -> new Sheet.Column<FormTarget.Line>(
                                        field, line -> line.cells().get(field)))
                                .toList());
    }

    static String columns(SheetId sheet) {
        return "/sheets/" + sheet + "/columns";
    }

    private ModelAndView refused(Model model, SheetFile.Outcome.Refused why, HttpServletResponse response) {
        model.addAttribute("refused", why);
        return refused(list(model), model, why, response);
    }

    private static ModelAndView refused(
            String view, Model model, SheetFile.Outcome.Refused why, HttpServletResponse response) {
        var status =
                switch (why.reason()) {
                    case ReadingRoom.FULL -> HttpStatus.SERVICE_UNAVAILABLE;
                    case ReadingRoom.ONE_EACH -> HttpStatus.TOO_MANY_REQUESTS;
                    default -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        if (status != HttpStatus.UNPROCESSABLE_CONTENT) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        return new ModelAndView(view, model.asMap(), status);
    }

    private static ModelAndView unprocessable(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    String show(@PathVariable SheetId id, Model model) {
        var sheet = reach.get(id);
        if (sheet.stage() == Stage.COLUMNS || sheet.stage() == Stage.ROWS) {
            return "redirect:/sheets/" + id + "/" + sheet.stage().code();
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("counts", allRows.counts(id));
        model.addAttribute("job", work.underWay(sheet));
        var isIn = sheet.stage() == Stage.IMPORTED;
        model.addAttribute("further", isIn ? uploadSheet.further(sheet) : List.of());
        model.addAttribute("open", isIn ? targets.get(sheet.target()).open(allRows.made(sheet)) : null);
        return "sheets/show";
    }

    /** The rows come in once more, as records of another kind. */
    @Once(whenStored = true)
    @PostMapping("/{id}/go-on")
    String goOn(@PathVariable SheetId id, @RequestParam(defaultValue = "") String target, HttpServletRequest request) {
        var sheet = reach.get(id);
        return targets.find(target)
                .filter(known -> sheet.stage() == Stage.IMPORTED)
                .map(known -> "redirect:"
                        + uploadSheet.goOn(sheet, known, (next, deed) -> forms.store(request, columns(next), deed)))
                .orElse("redirect:/sheets/" + id);
    }

    @GetMapping("/{id}/columns")
    String columns(@PathVariable SheetId id, Model model) {
        var sheet = reach.get(id);
        if (sheet.stage() != Stage.COLUMNS && sheet.stage() != Stage.ROWS) {
            return "redirect:/sheets/" + id;
        }
        showColumns(sheet, null, sheet.said(), model);
        return "sheets/columns";
    }

    /**
     * @param chosen the fields as they were just chosen; null for those kept with the sheet
     * @param said what was just said for all rows
     */
    private void showColumns(SheetImport sheet, @Nullable List<String> chosen, Map<String, String> said, Model model) {
        var headings = allRows.headings(sheet);
        var lines = allRows.firstLines(sheet, sheet.headerRow() + SAMPLED);
        var width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        var wider = allRows.widerLines(sheet, width, SAMPLED);
        model.addAttribute("sheet", sheet);
        model.addAttribute("saidOnce", said);
        model.addAttribute("fields", targets.get(sheet.target()).columns());
        model.addAttribute("sayable", targets.get(sheet.target()).fields());
        model.addAttribute("documents", targets.get(sheet.target()).kind() == null ? List.of() : documents.all());
        model.addAttribute("charsets", TextFile.CHARSETS);
        model.addAttribute("preview", lines.stream().limit(PREVIEWED).toList());
        model.addAttribute("rows", allRows.countRows(sheet));
        model.addAttribute(
                "columns",
                SheetColumn.of(
                        sheet,
                        Stream.concat(lines.stream(), wider.stream()).toList(),
                        headings,
                        chosen,
                        reviewSheet.guessed(sheet)));
    }

    @PostMapping("/{id}/read-again")
    Object readAgain(
            @PathVariable SheetId id,
            @RequestParam(defaultValue = "0") String worksheet,
            @RequestParam(defaultValue = "0") String headerRow,
            @RequestParam(required = false) @Nullable String charset,
            HttpServletResponse response,
            Model model) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (sheet.stage() != Stage.COLUMNS && sheet.stage() != Stage.ROWS) {
            return "redirect:/sheets/" + id;
        }
        return switch (uploadSheet.readAgain(sheet, number(worksheet), number(headerRow), charset)) {
            case UploadSheet.Outcome.Uploaded(var address) -> "redirect:" + address;
            case UploadSheet.Outcome.Refused(var why) -> {
                model.addAttribute("refused", why);
                yield refused(columns(id, model), model, why, response);
            }
        };
    }

    static int number(String text) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    @PostMapping("/{id}/columns")
    Object choose(@PathVariable SheetId id, HttpServletRequest request, Model model) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (sheet.stage() != Stage.COLUMNS && sheet.stage() != Stage.ROWS) {
            return "redirect:/sheets/" + id;
        }
        var chosen = IntStream.range(0, allRows.headings(sheet).size())
                .mapToObj(index -> request.getParameter("column-" + index))
                .map(field -> field == null ? "" : field)
                .toList();
        var said = said(sheet, request);
        var outcome = reviewSheet.choose(
                sheet, chosen, said, () -> source(sheet, request), request.getParameter("sure") != null);
        if (outcome instanceof ReviewSheet.Chosen.Accepted) {
            return work.review(reach.get(id))
                    .map(job -> "redirect:/jobs/" + job)
                    .orElse("redirect:/sheets/" + id + "/rows");
        }
        showColumns(sheet, chosen, said, model);
        switch (outcome) {
            case ReviewSheet.Chosen.Missing(var fields) -> model.addAttribute("missing", fields);
            case ReviewSheet.Chosen.Twice(var fields) -> model.addAttribute("twice", fields);
            case ReviewSheet.Chosen.Unsure(var fields) -> model.addAttribute("unsure", fields);
            case ReviewSheet.Chosen.Accepted() -> {}
        }
        return unprocessable("sheets/columns", model);
    }

    /** The code of the document that the sheet is; one that is named only here is on record from now on. */
    private @Nullable String source(SheetImport sheet, HttpServletRequest request) {
        var code = request.getParameter("source");
        var title = request.getParameter("source-title");
        if (targets.get(sheet.target()).kind() == null) {
            return null;
        }
        if (title != null && !title.isBlank()) {
            var dated = request.getParameter("source-date");
            var read = DateReading.of(dated == null ? "" : dated, LocaleContextHolder.getLocale());
            return documents.add(
                    SheetFile.clean(title, TITLE_LENGTH),
                    read instanceof DateReading.Meant(var when) ? when : PartialPeriod.UNKNOWN);
        }
        return documents.all().stream()
                .map(SheetDocuments.Document::code)
                .filter(known -> known.equals(code))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> said(SheetImport sheet, HttpServletRequest request) {
        var said = new LinkedHashMap<String, String>();
        for (var field : targets.get(sheet.target()).fields()) {
            var given = request.getParameter("said-" + field.name());
            if (given != null && !given.isBlank()) {
                said.put(field.name(), SheetFile.clean(given));
            }
        }
        return said;
    }

    @PostMapping("/{id}/import")
    String run(@PathVariable SheetId id, RedirectAttributes redirect) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return switch (work.run(sheet)) {
            case SheetWork.Begun.UnderWay(var job) -> "redirect:/jobs/" + job;
            case SheetWork.Begun.Done(var outcome) -> {
                yield switch (outcome) {
                    case ImportSheet.Outcome.Imported(var created, var changed) -> {
                        redirect.addFlashAttribute("notice", "sheets.imported");
                        yield "redirect:/sheets/" + id;
                    }
                    case ImportSheet.Outcome.Open(var rows) -> {
                        redirect.addFlashAttribute("warning", "sheets.open");
                        yield "redirect:/sheets/" + id + "/rows";
                    }
                    case ImportSheet.Outcome.Outdated(var rows) -> {
                        redirect.addFlashAttribute("warning", "sheets.outdated");
                        yield "redirect:/sheets/" + id + "/rows";
                    }
                    case ImportSheet.Outcome.NotReady() -> "redirect:/sheets/" + id;
                };
            }
        };
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable SheetId id, RedirectAttributes redirect) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        return work.undo(sheet).map(job -> "redirect:/jobs/" + job).orElseGet(() -> {
            if (reach.get(id).stage() == Stage.UNDONE) {
                redirect.addFlashAttribute("notice", "sheets.undone");
            }
            return "redirect:/sheets/" + id;
        });
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable SheetId id, RedirectAttributes redirect) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        reviewSheet.discard(id);
        redirect.addFlashAttribute("notice", "sheets.discarded");
        return "redirect:/sheets";
    }
}
