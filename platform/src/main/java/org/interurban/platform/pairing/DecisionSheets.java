package org.interurban.platform.pairing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.files.PrintedPage;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet that a steering committee signs: on the screen, on paper, and as a table to fill in. */
@Controller
@Requires("PAIRING_RUN")
class DecisionSheets {

    /** A pair of the decision sheet. */
    record Decided(
            Named a,
            Named b,
            String score,
            String confidence,
            String reason,
            @Nullable String lock,
            @Nullable String lockReason) {}

    private final OpenRounds open;
    private final Runs runs;
    private final PrintedPage printed;
    private final MessageSource messages;
    private final Labels labels;

    DecisionSheets(OpenRounds open, Runs runs, PrintedPage printed, MessageSource messages, Labels labels) {
        this.open = open;
        this.runs = runs;
        this.printed = printed;
        this.messages = messages;
        this.labels = labels;
    }

    @GetMapping("/rounds/{id}/sheet")
    String decision(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable Integer run,
            Model model,
            Locale locale) {
        model.addAllAttributes(decision(open.open(id, run, locale), locale));
        model.addAttribute("printable", printed.isPossible());
        return "pairing/sheet";
    }

    @GetMapping("/rounds/{id}/sheet.pdf")
    Object decisionPdf(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable Integer run,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var opened = open.open(id, run, locale);
        var all = new HashMap<>(model.asMap());
        all.putAll(decision(opened, locale));
        all.put("printable", false);
        var name = "decision-sheet-run-" + opened.run().number() + ".pdf";
        return printed.pdf("pairing/sheet", all, locale, request, response)
                .<Object>map(document -> RoundFiles.download(name, MediaType.APPLICATION_PDF, document))
                .orElse("redirect:" + id.address() + "/sheet");
    }

    @GetMapping("/rounds/{id}/sheet.xlsx")
    ResponseEntity<byte[]> decisionSheet(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable Integer run,
            HttpServletRequest request,
            Locale locale) {
        var sheet = Sheet.of("decision", Decided.class)
                .with("city_a", decided -> decided.a().name())
                .with("city_b", decided -> decided.b().name())
                .with("score", decided -> new BigDecimal(decided.score()))
                .with("known_percent", decided -> Integer.valueOf(decided.confidence()))
                .with("decision", decided -> null)
                .only("city_a city_b score known_percent reason lock lock_reason decision");
        var rows = decided(open.open(id, run, locale), locale);
        return RoundFiles.sheet(sheet, rows, labels.ofColumns(sheet, locale), request);
    }

    private Map<String, Object> decision(OpenRounds.Opened opened, Locale locale) {
        return Map.of(
                "round", opened.round(),
                "run", opened.run(),
                "total", SolveRound.millionths(opened.run().objective()),
                "aim", opened.run().rules().aim().code(),
                "decided", decided(opened, locale),
                "digest", digest(runs.certificate(opened.run())),
                "unpaired",
                        new PairLines(
                                        opened.bench(),
                                        new Choice(null, null, null, null, null, null, null, null),
                                        locale,
                                        "")
                                .unpaired());
    }

    private List<Decided> decided(OpenRounds.Opened opened, Locale locale) {
        var bench = opened.bench();
        var reasons = new Reasons(bench, messages, locale);
        return bench.pairs().stream()
                .map(pair -> {
                    var why = reasons.explain(pair[0], pair[1]);
                    var lock = bench.lock(pair[0], pair[1]);
                    return new Decided(
                            Named.of(bench.city(pair[0]), locale),
                            Named.of(bench.city(pair[1]), locale),
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
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
