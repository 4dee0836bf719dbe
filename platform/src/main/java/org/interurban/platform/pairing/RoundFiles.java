package org.interurban.platform.pairing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.interurban.pairing.Regrets;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.files.PrintedPage;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What leaves the workbench: certificate, pairs and scores as sheets, the decision sheet, two runs side by side. */
@Controller
@Requires(Permission.PAIRING_RUN)
class RoundFiles {

    /** A pair in a sheet; scores are shares of 1. */
    record PairRow(
            String a,
            String nameA,
            String b,
            String nameB,
            double score,
            double confidence,
            @Nullable Double cost,
            boolean proposed,
            String lock) {}

    private static final List<Sheet.Column<PairRow>> COLUMNS = List.of(
            new Sheet.Column<>("a", PairRow::a),
            new Sheet.Column<>("name_a", PairRow::nameA),
            new Sheet.Column<>("b", PairRow::b),
            new Sheet.Column<>("name_b", PairRow::nameB),
            new Sheet.Column<>("score", PairRow::score),
            new Sheet.Column<>("confidence", PairRow::confidence),
            new Sheet.Column<>("cost_to_all", PairRow::cost),
            new Sheet.Column<>("proposed", PairRow::proposed),
            new Sheet.Column<>("lock", PairRow::lock));

    /** A pair of the decision sheet. */
    record Decided(
            WorkbenchPages.Named a,
            WorkbenchPages.Named b,
            String score,
            String confidence,
            String reason,
            @Nullable String lock,
            @Nullable String lockReason) {}

    private final WorkbenchPages workbench;
    private final Runs runs;
    private final Benches benches;
    private final PrintedPage printed;
    private final MessageSource messages;

    RoundFiles(WorkbenchPages workbench, Runs runs, Benches benches, PrintedPage printed, MessageSource messages) {
        this.workbench = workbench;
        this.runs = runs;
        this.benches = benches;
        this.printed = printed;
        this.messages = messages;
    }

    private record Opened(Round round, Run run, Bench bench) {}

    private Opened open(UUID id, @Nullable Integer number, Locale locale) {
        var round = workbench.round(id, locale);
        var run = workbench.run(round, number);
        if (run == null) {
            throw new NotFound("The round has no run");
        }
        return new Opened(round, run, benches.of(run));
    }

    @GetMapping("/rounds/{id}/certificate.json")
    ResponseEntity<byte[]> certificate(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer run, Locale locale) {
        var round = workbench.round(id, locale);
        var found = workbench.run(round, run);
        if (found == null) {
            throw new NotFound("The round has no run");
        }
        return download(
                "certificate-run-" + found.number() + ".json", MediaType.APPLICATION_JSON, runs.certificate(found));
    }

    @GetMapping({"/rounds/{id}/pairs.csv", "/rounds/{id}/pairs.xlsx"})
    ResponseEntity<byte[]> pairs(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer run,
            HttpServletRequest request,
            Locale locale) {
        var opened = open(id, run, locale);
        var rows = opened.bench().pairs().stream()
                .map(pair -> row(opened.bench(), pair[0], pair[1], locale))
                .toList();
        return sheet(new Sheet<>("pairs", COLUMNS), rows, request);
    }

    @GetMapping({"/rounds/{id}/scores.csv", "/rounds/{id}/scores.xlsx"})
    void scores(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer run,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var bench = open(id, run, locale).bench();
        var csv = request.getRequestURI().endsWith(".csv");
        response.setContentType(csv ? "text/csv;charset=UTF-8" : Sheet.XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("scores." + (csv ? "csv" : "xlsx")));
        var sheet = new Sheet<>("scores", COLUMNS);
        Iterable<PairRow> rows = () -> allowed(bench, locale).iterator();
        if (csv) {
            sheet.csv(rows, response.getOutputStream());
        } else {
            sheet.xlsx(rows, response.getOutputStream());
        }
    }

    /** There may be hundreds of thousands: each is made when it is written. */
    private static Stream<PairRow> allowed(Bench bench, Locale locale) {
        var columns = bench.scoring().columns();
        return Arrays.stream(bench.scoring().rows()).boxed().flatMap(one -> Arrays.stream(columns)
                .filter(other -> one < other && bench.scoring().allowed(one, other))
                .mapToObj(other -> row(bench, one, other, locale)));
    }

    private static PairRow row(Bench bench, int one, int other, Locale locale) {
        var cost = bench.cost(one, other);
        return new PairRow(
                bench.city(one).id(),
                bench.city(one).name(locale),
                bench.city(other).id(),
                bench.city(other).name(locale),
                bench.scoring().score(one, other) / 1e6,
                bench.scoring().confidence(one, other) / 1e6,
                cost.isEmpty() || cost.getAsLong() == Regrets.IMPOSSIBLE ? null : cost.getAsLong() / 1e6,
                bench.isChosen(one, other),
                bench.lock(one, other).map(lock -> lock.kind().code()).orElse(""));
    }

    private static <T> ResponseEntity<byte[]> sheet(Sheet<T> sheet, List<T> rows, HttpServletRequest request) {
        if (request.getRequestURI().endsWith(".csv")) {
            return download(sheet.name() + ".csv", MediaType.parseMediaType("text/csv;charset=UTF-8"), sheet.csv(rows));
        }
        var out = new ByteArrayOutputStream();
        try {
            sheet.xlsx(rows, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return download(sheet.name() + ".xlsx", MediaType.parseMediaType(Sheet.XLSX), out.toByteArray());
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(content);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    @GetMapping("/rounds/{id}/sheet")
    String decision(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer run, Model model, Locale locale) {
        model.addAllAttributes(decision(open(id, run, locale), locale));
        model.addAttribute("printable", printed.isPossible());
        return "pairing/sheet";
    }

    @GetMapping("/rounds/{id}/sheet.pdf")
    Object decisionPdf(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer run,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        if (!printed.isPossible()) {
            return "redirect:/rounds/" + id + "/sheet";
        }
        var opened = open(id, run, locale);
        var all = new HashMap<>(model.asMap());
        all.putAll(decision(opened, locale));
        all.put("printable", false);
        return download(
                "decision-sheet-run-" + opened.run().number() + ".pdf",
                MediaType.APPLICATION_PDF,
                printed.pdf("pairing/sheet", all, locale, request, response));
    }

    @GetMapping("/rounds/{id}/sheet.xlsx")
    ResponseEntity<byte[]> decisionSheet(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer run,
            HttpServletRequest request,
            Locale locale) {
        var sheet = new Sheet<Decided>(
                "decision",
                List.of(
                        new Sheet.Column<>("city_a", decided -> decided.a().name()),
                        new Sheet.Column<>("city_b", decided -> decided.b().name()),
                        new Sheet.Column<>("score", decided -> new java.math.BigDecimal(decided.score())),
                        new Sheet.Column<>("known_percent", decided -> Integer.valueOf(decided.confidence())),
                        new Sheet.Column<>("reason", Decided::reason),
                        new Sheet.Column<>("lock", Decided::lock),
                        new Sheet.Column<>("lock_reason", Decided::lockReason),
                        new Sheet.Column<>("decision", decided -> null)));
        return sheet(sheet, decided(open(id, run, locale), locale), request);
    }

    private Map<String, Object> decision(Opened opened, Locale locale) {
        return Map.of(
                "round", opened.round(),
                "run", opened.run(),
                "total", WorkbenchPages.millionths(opened.run().objective()),
                "aim", opened.run().rules().aim().code(),
                "decided", decided(opened, locale),
                "digest", digest(runs.certificate(opened.run())),
                "unpaired",
                        new WorkbenchPages.Lines(
                                        opened.bench(),
                                        new Choice(null, null, null, null, null, null, null, null),
                                        locale,
                                        "")
                                .unpaired());
    }

    private List<Decided> decided(Opened opened, Locale locale) {
        var bench = opened.bench();
        var reasons = new Reasons(bench, messages, locale);
        return bench.pairs().stream()
                .map(pair -> {
                    var why = reasons.explain(pair[0], pair[1]);
                    var lock = bench.lock(pair[0], pair[1]);
                    return new Decided(
                            WorkbenchPages.Named.of(bench.city(pair[0]), locale),
                            WorkbenchPages.Named.of(bench.city(pair[1]), locale),
                            SolveRound.shown(bench.scoring().score(pair[0], pair[1])),
                            why.confidence(),
                            why.lead(),
                            lock.map(known -> known.kind().code()).orElse(null),
                            lock.map(RoundLock::reason).orElse(null));
                })
                .toList();
    }

    /** The first digits of the file's SHA-256, enough to tell certificates apart on paper. */
    private static String digest(byte[] certificate) {
        try {
            var digest = java.security.MessageDigest.getInstance("SHA-256").digest(certificate);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One line of the comparison: the partners of a city in both runs. */
    record Beside(String city, List<String> inA, List<String> inB, boolean same) {}

    record Measure(String name, String inA, String inB) {}

    @GetMapping("/rounds/{id}/compare")
    String compare(@PathVariable UUID id, @RequestParam int a, @RequestParam int b, Model model, Locale locale) {
        var first = open(id, a, locale);
        var second = open(id, b, locale);
        var lines = beside(first.bench(), second.bench(), locale);
        model.addAttribute("round", first.round());
        model.addAttribute("a", a);
        model.addAttribute("b", b);
        model.addAttribute("address", "/rounds/" + id);
        model.addAttribute("runs", runs.of(first.round().id()));
        model.addAttribute("lines", lines);
        model.addAttribute("same", lines.stream().filter(Beside::same).count());
        model.addAttribute("measures", measures(first, second, locale));
        return "pairing/compare";
    }

    private static List<Beside> beside(Bench one, Bench other, Locale locale) {
        var ids = new java.util.LinkedHashSet<String>();
        for (var bench : List.of(one, other)) {
            for (var row : bench.scoring().rows()) {
                ids.add(bench.city(row).id());
            }
        }
        return ids.stream()
                .map(city -> {
                    var inA = partners(one, city, locale);
                    var inB = partners(other, city, locale);
                    var shown = one.scoring().has(city) ? one : other;
                    return new Beside(
                            shown.city(shown.scoring().position(city)).name(locale),
                            inA,
                            inB,
                            ids(one, city).equals(ids(other, city)));
                })
                .toList();
    }

    private static List<String> ids(Bench bench, String city) {
        return bench.scoring().has(city)
                ? bench.partners(bench.scoring().position(city)).stream()
                        .map(partner -> bench.city(partner).id())
                        .sorted()
                        .toList()
                : List.of();
    }

    private static List<String> partners(Bench bench, String city, Locale locale) {
        if (!bench.scoring().has(city)) {
            return List.of();
        }
        var position = bench.scoring().position(city);
        return bench.partners(position).stream()
                .map(partner -> bench.city(partner).name(locale) + " "
                        + SolveRound.shown(bench.scoring().score(position, partner)))
                .toList();
    }

    private List<Measure> measures(Opened a, Opened b, Locale locale) {
        var measures = new ArrayList<Measure>();
        add(
                measures,
                "pairing.total",
                locale,
                WorkbenchPages.millionths(a.run().objective()),
                WorkbenchPages.millionths(b.run().objective()));
        add(
                measures,
                "pairing.aim",
                locale,
                say("pairing.aim." + a.run().rules().aim().code(), locale),
                say("pairing.aim." + b.run().rules().aim().code(), locale));
        add(measures, "pairing.served", locale, served(a, locale), served(b, locale));
        add(measures, "pairing.weakest", locale, weakest(a, locale), weakest(b, locale));
        add(
                measures,
                "pairing.blocking",
                locale,
                Integer.toString(a.run().result().blocking()),
                Integer.toString(b.run().result().blocking()));
        add(measures, "pairing.locks", locale, locks(a, locale), locks(b, locale));
        return measures;
    }

    private void add(List<Measure> measures, String key, Locale locale, String inA, String inB) {
        measures.add(new Measure(say(key, locale), inA, inB));
    }

    private String served(Opened opened, Locale locale) {
        return say(
                "pairing.served.of",
                locale,
                opened.bench().served(),
                opened.bench().scoring().cities().size());
    }

    private static String weakest(Opened opened, Locale locale) {
        return opened.bench()
                .weakest()
                .map(pair -> opened.bench().city(pair[0]).name(locale) + " – "
                        + opened.bench().city(pair[1]).name(locale) + ", "
                        + SolveRound.shown(opened.bench().scoring().score(pair[0], pair[1])))
                .orElse("–");
    }

    private String locks(Opened opened, Locale locale) {
        return opened.run().locks().isEmpty()
                ? say("pairing.none", locale)
                : opened.run().locks().stream()
                        .filter(lock -> opened.bench().scoring().has(lock.a())
                                && opened.bench().scoring().has(lock.b()))
                        .map(lock -> say("pairing.lock." + lock.kind().code(), locale) + " "
                                + opened.bench()
                                        .city(opened.bench().scoring().position(lock.a()))
                                        .name(locale)
                                + " – "
                                + opened.bench()
                                        .city(opened.bench().scoring().position(lock.b()))
                                        .name(locale))
                        .collect(java.util.stream.Collectors.joining("; "));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
