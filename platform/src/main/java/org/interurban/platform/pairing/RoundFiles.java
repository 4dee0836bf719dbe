package org.interurban.platform.pairing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.interurban.pairing.Regrets;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What leaves the workbench as files: the certificate, and pairs and scores as sheets. */
@Controller
@Requires("PAIRING_RUN")
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

    private static Sheet<PairRow> pairs(String name) {
        return Sheet.of(name, PairRow.class)
                .with("cost_to_all", PairRow::cost)
                .only("a name_a b name_b score confidence cost_to_all proposed lock");
    }

    private final OpenRounds open;
    private final Runs runs;
    private final Labels labels;

    RoundFiles(OpenRounds open, Runs runs, Labels labels) {
        this.open = open;
        this.runs = runs;
        this.labels = labels;
    }

    @GetMapping("/rounds/{id}/certificate.json")
    ResponseEntity<byte[]> certificate(
            @PathVariable RoundId id, @RequestParam(required = false) @Nullable Integer run, Locale locale) {
        var round = open.round(id, locale);
        var found = open.run(round, run);
        if (found == null) {
            throw new NotFound("The round has no run");
        }
        return download(
                "certificate-run-" + found.number() + ".json", MediaType.APPLICATION_JSON, runs.certificate(found));
    }

    @GetMapping({"/rounds/{id}/pairs.csv", "/rounds/{id}/pairs.xlsx"})
    ResponseEntity<byte[]> pairs(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable Integer run,
            HttpServletRequest request,
            Locale locale) {
        var opened = open.open(id, run, locale);
        var rows = opened.bench().pairs().stream()
                .map(pair -> row(opened.bench(), pair[0], pair[1], locale))
                .toList();
        var sheet = pairs("pairs");
        return sheet(sheet, rows, labels.ofColumns(sheet, locale), request);
    }

    @GetMapping({"/rounds/{id}/scores.csv", "/rounds/{id}/scores.xlsx"})
    void scores(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable Integer run,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var bench = open.open(id, run, locale).bench();
        var csv = request.getRequestURI().endsWith(".csv");
        response.setContentType(csv ? "text/csv;charset=UTF-8" : Sheet.XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("scores." + (csv ? "csv" : "xlsx")));
        var sheet = pairs("scores");
        Iterable<PairRow> rows = () -> allowed(bench, locale).iterator();
        if (csv) {
            sheet.csv(rows, response.getOutputStream());
        } else {
            sheet.xlsx(rows, response.getOutputStream(), labels.ofColumns(sheet, locale));
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

    static <T> ResponseEntity<byte[]> sheet(
            Sheet<T> sheet, List<T> rows, UnaryOperator<String> words, HttpServletRequest request) {
        if (request.getRequestURI().endsWith(".csv")) {
            return download(sheet.name() + ".csv", MediaType.parseMediaType("text/csv;charset=UTF-8"), sheet.csv(rows));
        }
        var out = new ByteArrayOutputStream();
        try {
            sheet.xlsx(rows, out, words);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return download(sheet.name() + ".xlsx", MediaType.parseMediaType(Sheet.XLSX), out.toByteArray());
    }

    static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(content);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
