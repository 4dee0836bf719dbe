package org.interurban.platform.pairing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What becomes of an agreed round when a city withdraws or joins late: shown first, then made the next run. */
@Controller
@Requires("PAIRING_RUN")
class RepairPages {

    /** A pair with what becomes of it. */
    record Line(String becomes, Named a, Named b, String score) {
        static Stream<Line> of(String becomes, List<RepairRound.Pair> pairs, Locale locale) {
            return pairs.stream()
                    .map(pair -> new Line(
                            becomes,
                            Named.of(pair.a(), locale),
                            Named.of(pair.b(), locale),
                            SolveRound.shown(pair.score())));
        }
    }

    /** @param total in millionths, by which the answer is known again */
    record Preview(
            List<Line> lines,
            int kept,
            int dropped,
            int added,
            long total,
            String shownTotal,
            String best,
            String cost) {}

    private final OpenRounds open;
    private final RepairRound repair;
    private final MessageSource messages;

    RepairPages(OpenRounds open, RepairRound repair, MessageSource messages) {
        this.open = open;
        this.repair = repair;
        this.messages = messages;
    }

    @GetMapping("/rounds/{id}/repair")
    String preview(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable String leaves,
            @RequestParam(required = false) @Nullable String joins,
            Model model,
            Locale locale) {
        var round = open.round(id, locale);
        var agreed = repair.agreed(round);
        model.addAttribute("round", round);
        model.addAttribute("address", id.address());
        model.addAttribute("leaves", leaves);
        model.addAttribute("joins", joins);
        model.addAttribute("taking", named(agreed.known().cities(), locale));
        model.addAttribute("newcomers", named(agreed.newcomers(), locale));
        var change = change(leaves, joins);
        if (change != null) {
            switch (repair.plan(agreed, change, locale)) {
                case RepairRound.Outcome.Mended mended -> model.addAttribute("preview", preview(mended, locale));
                case RepairRound.Outcome.Impossible(var conflict, var cities) ->
                    model.addAttribute(
                            "conflict",
                            Reasons.conflicts(conflict, cities, messages, locale)
                                    .toList());
                case RepairRound.Outcome.Refused _, RepairRound.Outcome.Overtaken _ ->
                    model.addAttribute("refused", true);
            }
            model.addAttribute(
                    "city",
                    Stream.concat(agreed.known().cities().stream(), agreed.now().stream())
                            .filter(city -> city.id().equals(change.city()))
                            .findFirst()
                            .map(city -> city.name(locale))
                            .orElse(change.city()));
        }
        return "pairing/repair";
    }

    private static List<Named> named(List<RoundCity> cities, Locale locale) {
        return cities.stream().map(city -> Named.of(city, locale)).toList();
    }

    private static RepairRound.@Nullable Change change(@Nullable String leaves, @Nullable String joins) {
        if (leaves != null && !leaves.isBlank()) {
            return new RepairRound.Change(false, leaves);
        }
        return joins == null || joins.isBlank() ? null : new RepairRound.Change(true, joins);
    }

    private static Preview preview(RepairRound.Outcome.Mended mended, Locale locale) {
        return new Preview(
                Stream.of(
                                Line.of("dropped", mended.dropped(), locale),
                                Line.of("added", mended.added(), locale),
                                Line.of("kept", mended.kept(), locale))
                        .flatMap(lines -> lines)
                        .toList(),
                mended.kept().size(),
                mended.dropped().size(),
                mended.added().size(),
                mended.total(),
                SolveRound.shown(mended.total()),
                SolveRound.shown(mended.best()),
                SolveRound.shown(mended.best() - mended.total()));
    }

    @Once
    @PostMapping("/rounds/{id}/repair")
    ModelAndView repair(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable String leaves,
            @RequestParam(required = false) @Nullable String joins,
            @RequestParam long total,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var change = change(leaves, joins);
        var round = open.round(id, locale);
        if (change == null) {
            return new Refusal(id.address() + "/repair");
        }
        return switch (repair.repair(round, change, total, locale)) {
            case RepairRound.Outcome.Mended _ -> {
                next.addFlashAttribute("notice", "pairing.notice.repaired");
                yield new ModelAndView("redirect:" + id.address());
            }
            case RepairRound.Outcome.Overtaken(var now)
            when now.isAgreed() -> {
                model.addAttribute("overtaken", true);
                yield new ModelAndView(preview(id, leaves, joins, model, locale), model.asMap(), HttpStatus.CONFLICT);
            }
            case RepairRound.Outcome.Overtaken _ -> {
                next.addFlashAttribute("notice", "pairing.notice.not-agreed");
                next.addFlashAttribute("noticeKind", "bad");
                yield new Refusal(id.address());
            }
            case RepairRound.Outcome.Impossible _, RepairRound.Outcome.Refused _ ->
                new Refusal(id.address() + "/repair?" + change.query());
        };
    }
}
