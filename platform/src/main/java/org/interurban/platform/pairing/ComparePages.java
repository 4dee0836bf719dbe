package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Requires;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Two runs of a round side by side. */
@Controller
@Requires("PAIRING_RUN")
class ComparePages {

    /** One line of the comparison: the partners of a city in both runs. */
    record Beside(String city, List<String> inA, List<String> inB, boolean same) {}

    record Measure(String name, String inA, String inB) {}

    private final OpenRounds open;
    private final Runs runs;
    private final MessageSource messages;

    ComparePages(OpenRounds open, Runs runs, MessageSource messages) {
        this.open = open;
        this.runs = runs;
        this.messages = messages;
    }

    @GetMapping("/rounds/{id}/compare")
    String compare(@PathVariable RoundId id, @RequestParam int a, @RequestParam int b, Model model, Locale locale) {
        var first = open.open(id, a, locale);
        var second = open.open(id, b, locale);
        var lines = beside(first.bench(), second.bench(), locale);
        model.addAttribute("round", first.round());
        model.addAttribute("a", a);
        model.addAttribute("b", b);
        model.addAttribute("address", id.address());
        model.addAttribute("runs", runs.of(first.round().id()));
        model.addAttribute("lines", lines);
        model.addAttribute("same", lines.stream().filter(Beside::same).count());
        model.addAttribute("measures", measures(first, second, locale));
        return "pairing/compare";
    }

    private static List<Beside> beside(Bench one, Bench other, Locale locale) {
        var ids = new LinkedHashSet<String>();
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

    private List<Measure> measures(OpenRounds.Opened a, OpenRounds.Opened b, Locale locale) {
        var measures = new ArrayList<Measure>();
        add(
                measures,
                "pairing.total",
                locale,
                SolveRound.millionths(a.run().objective()),
                SolveRound.millionths(b.run().objective()));
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

    private String served(OpenRounds.Opened opened, Locale locale) {
        return say(
                "pairing.served.of",
                locale,
                opened.bench().served(),
                opened.bench().scoring().cities().size());
    }

    private static String weakest(OpenRounds.Opened opened, Locale locale) {
        return opened.bench()
                .weakest()
                .map(pair -> opened.bench().city(pair[0]).name(locale) + " – "
                        + opened.bench().city(pair[1]).name(locale) + ", "
                        + SolveRound.shown(opened.bench().scoring().score(pair[0], pair[1])))
                .orElse("–");
    }

    private String locks(OpenRounds.Opened opened, Locale locale) {
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
                        .collect(Collectors.joining("; "));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
