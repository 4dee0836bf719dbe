package org.interurban.platform.sheets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.delivery.JobId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sheets.Judgement.State;
import org.interurban.platform.sheets.SheetImport.Stage;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looking through a sheet's rows: what each would change, what is asked about it, and what somebody says to it. */
@Controller
@RequestMapping("/sheets")
@Requires("SHEETS_IMPORT")
class ReviewPages {

    private static final int ROWS = 100;
    private static final Pattern PLACE = Pattern.compile("(?:choice|cell)-(?<place>\\d{1,7}(?:\\.\\d{1,3})?)(?:-.*)?");

    private final SheetRows allRows;
    private final SheetTargets targets;
    private final ReviewSheet reviewSheet;
    private final SheetWork work;
    private final SheetReach reach;
    private final SheetQuestions questions;
    private final SheetAnswers answers;
    private final SheetWords words;

    ReviewPages(
            SheetRows allRows,
            SheetTargets targets,
            ReviewSheet reviewSheet,
            SheetWork work,
            SheetReach reach,
            SheetQuestions questions,
            SheetAnswers answers,
            SheetWords words) {
        this.allRows = allRows;
        this.targets = targets;
        this.reviewSheet = reviewSheet;
        this.work = work;
        this.reach = reach;
        this.questions = questions;
        this.answers = answers;
        this.words = words;
    }

    @GetMapping("/{id}/rows")
    String rows(
            @PathVariable SheetId id,
            ListQuery query,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String field,
            Model model) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (sheet.stage() == Stage.COLUMNS || sheet.stage() == Stage.DISCARDED) {
            return "redirect:/sheets/" + id;
        }
        var counts = allRows.counts(id);
        var state = state(query.filter("state"), counts);
        var shown = new ListQuery(
                query.path(),
                "",
                "",
                ROWS,
                query.offset(),
                state == null ? Map.of() : Map.of("state", state.code()),
                query.locale());
        var target = targets.get(sheet.target());
        var parts = Part.of(target, sheet);
        var headings = allRows.headings(sheet);
        var judged = allRows.judged(sheet, state, shown.offset(), ROWS);
        var open = sheet.stage() == Stage.ROWS ? questions.open(sheet, parts) : List.<SheetQuestions.Question>of();
        model.addAttribute("sheet", sheet);
        model.addAttribute("counts", counts);
        model.addAttribute("state", state);
        model.addAttribute("rows", allRows.countRows(sheet));
        model.addAttribute("open", counts.getOrDefault(State.DOUBTFUL, 0) + counts.getOrDefault(State.FAULTY, 0));
        model.addAttribute("created", counts.getOrDefault(State.NEW, 0));
        model.addAttribute("changed", counts.getOrDefault(State.CHANGED, 0));
        model.addAttribute("answered", answers.of(id).size());
        model.addAttribute("leftOut", leftOut(sheet, headings, judged));
        model.addAttribute(
                "grid",
                ReviewGrid.of(
                        sheet,
                        target,
                        headings,
                        judged,
                        (judgement, name, value) -> words.called(sheet.target(), judgement, name, value)));
        model.addAttribute("panel", panel(sheet, target, parts, open, state, at, field));
        var lines = judged.stream().map(row -> row.row().position()).distinct().toList();
        model.addAttribute("slice", new Slice<>(lines, allRows.countJudged(sheet, state), shown));
        return "sheets/rows";
    }

    /** Those with a heading, or with anything in the rows that are shown. */
    private static List<String> leftOut(SheetImport sheet, List<String> headings, List<SheetRows.Judged> shown) {
        return IntStream.range(0, headings.size())
                .filter(column -> !sheet.columns().containsValue(column))
                .filter(column -> !headings.get(column).isEmpty()
                        || shown.stream().anyMatch(row -> row.row().holds(column)))
                .mapToObj(column -> (SheetColumn.letter(column) + " " + headings.get(column)).strip())
                .toList();
    }

    /**
     * What is asked about the row that was chosen, or what it changes; else the first question about rows of the state. Null where
     * nothing is asked.
     */
    private @Nullable ReviewPanel panel(
            SheetImport sheet,
            SheetTarget target,
            Map<Integer, Part> parts,
            List<SheetQuestions.Question> open,
            @Nullable State state,
            String at,
            String field) {
        var numbers = at.split("\\.");
        var position = SheetPages.number(numbers[0]);
        var part = numbers.length > 1 ? SheetPages.number(numbers[1]) : 1;
        var any = open.stream().noneMatch(question -> question.isOf(state));
        for (int i = 0; i < open.size(); i++) {
            var question = open.get(i);
            var isChosen = at.isEmpty()
                    ? any || question.isOf(state)
                    : question.field().equals(field) && question.positions().contains(position);
            if (isChosen) {
                var asked = record(sheet, question.position(), question.part());
                var of = parts.getOrDefault(question.part(), parts.get(1));
                if (asked != null && of != null) {
                    return ReviewPanel.of(question, i + 1, asked, of, target);
                }
            }
        }
        var chosen = at.isEmpty() || sheet.stage() != Stage.ROWS ? null : record(sheet, position, part);
        return chosen == null || chosen.judgement().differences().isEmpty()
                ? null
                : ReviewPanel.of(chosen, open.size());
    }

    private SheetRows.@Nullable Judged record(SheetImport sheet, int position, int part) {
        return allRows.judgedAt(sheet, position).stream()
                .filter(row -> row.row().part() == part)
                .findFirst()
                .orElse(null);
    }

    /** The state that was asked for; without a wish, what needs a person first. */
    private static @Nullable State state(String asked, Map<State, Integer> counts) {
        if (asked.equals("all")) {
            return null;
        }
        for (var state : State.values()) {
            if (state.code().equals(asked)) {
                return state;
            }
        }
        return counts.containsKey(State.FAULTY)
                ? State.FAULTY
                : counts.containsKey(State.DOUBTFUL) ? State.DOUBTFUL : null;
    }

    private static Set<Integer> positions(HttpServletRequest request, String parameter) {
        var given = request.getParameterValues(parameter);
        return given == null
                ? Set.of()
                : Stream.of(given).map(SheetPages::number).collect(Collectors.toSet());
    }

    /** @param place the row that is spoken of; for all rows that differ there where {@code all} is given */
    @PostMapping("/{id}/fields")
    String keep(
            @PathVariable SheetId id,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String state,
            RedirectAttributes redirect) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var position = all.isEmpty() ? Integer.valueOf(SheetPages.number(place.replaceAll("\\..*", ""))) : null;
        var begun = work.say(sheet, () -> reviewSheet.keep(id, position, field, keep.equals("yes")));
        if (begun.isPresent()) {
            return at(begun.get());
        }
        redirect.addFlashAttribute("notice", "sheets.decided");
        redirect.addAttribute("state", stillThere(id, state));
        redirect.addAttribute("at", place);
        return "redirect:/sheets/" + id + "/rows";
    }

    /** Where the rows of a large sheet are looked through anew, with what was said. */
    private static String at(JobId work) {
        return "redirect:/jobs/" + work;
    }

    @PostMapping("/{id}/answers/take-back")
    String takeBackAnswer(
            @PathVariable SheetId id, @RequestParam(defaultValue = "") String number, RedirectAttributes redirect) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var begun = work.say(sheet, () -> reviewSheet.takeBackAnswer(id, SheetPages.number(number)));
        if (begun.isPresent()) {
            return at(begun.get());
        }
        redirect.addFlashAttribute("notice", "sheets.answer.taken-back");
        return "redirect:/sheets/" + id + "/rows";
    }

    /**
     * Parameters: {@code choice-12}, {@code cell-12-country}, and {@code 12.2} in place of 12 for the second record that the row makes;
     * only rows that were on the page are there. {@code shown} and {@code in} name the rows with a tick and those that keep it.
     */
    @PostMapping("/{id}/rows")
    String decide(
            @PathVariable SheetId id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String remember,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        var fields = targets.get(sheet.target()).fields();
        var places = new TreeSet<String>();
        request.getParameterMap().keySet().forEach(name -> {
            var place = PLACE.matcher(name);
            if (place.matches()) {
                places.add(place.group("place"));
            }
        });
        var decisions = new ArrayList<ReviewSheet.Decision>();
        for (var place : places) {
            var mended = new LinkedHashMap<String, String>();
            for (var field : fields) {
                var cell = request.getParameter("cell-" + place + "-" + field.name());
                if (cell != null) {
                    mended.put(field.name(), SheetFile.clean(cell));
                }
            }
            var numbers = place.split("\\.");
            decisions.add(new ReviewSheet.Decision(
                    SheetPages.number(numbers[0]),
                    numbers.length > 1 ? SheetPages.number(numbers[1]) : null,
                    mended,
                    request.getParameter("choice-" + place)));
        }
        var begun = work.say(sheet, () -> {
            if (request.getParameter("shown") != null) {
                reviewSheet.take(id, positions(request, "shown"), positions(request, "in"));
            }
            reviewSheet.decide(id, decisions, !all.isEmpty(), !remember.isEmpty());
        });
        if (begun.isPresent()) {
            return at(begun.get());
        }
        redirect.addFlashAttribute("notice", "sheets.decided");
        redirect.addAttribute("state", stillThere(id, state));
        return "redirect:/sheets/" + id + "/rows";
    }

    private String stillThere(SheetId id, String state) {
        var left = allRows.counts(id).keySet().stream().map(State::code).toList();
        return state.equals("all") || left.contains(state) ? state : "";
    }

    @PostMapping("/{id}/skip")
    String skipAll(@PathVariable SheetId id, @RequestParam String state, RedirectAttributes redirect) {
        var sheet = reach.get(id);
        var elsewhere = work.elsewhere(sheet);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        if (state.equals(State.FAULTY.code()) || state.equals(State.DOUBTFUL.code())) {
            var begun = work.say(sheet, () -> reviewSheet.skipAll(id, Coded.of(State.class, state)));
            if (begun.isPresent()) {
                return at(begun.get());
            }
            redirect.addFlashAttribute("notice", "sheets.skipped");
        }
        return "redirect:/sheets/" + id + "/rows";
    }
}
