package org.interurban.platform.pairing;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.interurban.pairing.scoring.Additions;
import org.interurban.pairing.scoring.Additions.Advice;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a city could offer or seek so that a partner it was not given would be proposed to it. */
@Controller
@Requires("PAIRING_RUN")
class AdvicePages {

    /** @param lines what is added, each in words */
    record Line(List<String> lines, String score, boolean onlyAsGood) {}

    private final OpenRounds open;
    private final MessageSource messages;

    AdvicePages(OpenRounds open, MessageSource messages) {
        this.open = open;
        this.messages = messages;
    }

    @GetMapping("/rounds/{id}/advice")
    String advice(
            @PathVariable RoundId id,
            @RequestParam String city,
            @RequestParam String partner,
            @RequestParam(required = false) @Nullable Integer run,
            Model model,
            Locale locale) {
        var opened = open.open(id, run, locale);
        var scoring = opened.bench().scoring();
        if (!scoring.facing(city, partner)) {
            throw new NotFound("These two cities do not face each other in the round");
        }
        var wanted = scoring.city(scoring.position(partner));
        model.addAttribute("round", opened.round());
        model.addAttribute("run", opened.run());
        model.addAttribute("city", Named.of(scoring.city(scoring.position(city)), locale));
        model.addAttribute("partner", Named.of(wanted, locale));
        var solving = opened.bench().solving();
        switch (Additions.of(scoring.scorer(opened.run().rules()), solving.asked(), city, partner)) {
            case Advice.Smallest(var score, var regret, var additions) -> {
                say("smallest", score, regret, model);
                model.addAttribute(
                        "additions",
                        additions.stream()
                                .map(addition -> line(addition, wanted, locale))
                                .toList());
            }
            case Advice.None(var score, var regret, var gained, var _) -> {
                say("none", score, regret, model);
                model.addAttribute("gained", SolveRound.shown(gained));
            }
            case Advice.Partners _ -> model.addAttribute("says", "partners");
            case Advice.Barred _ -> model.addAttribute("says", "barred");
            case Advice.NotKnown _ -> model.addAttribute("says", "not-known");
        }
        return "pairing/advice";
    }

    private static void say(String what, long score, OptionalLong regret, Model model) {
        model.addAttribute("says", what);
        model.addAttribute("score", SolveRound.shown(score));
        regret.ifPresent(cost -> model.addAttribute("cost", SolveRound.shown(cost)));
    }

    private Line line(Additions.Addition addition, RoundCity wanted, Locale locale) {
        return new Line(
                Stream.concat(
                                addition.offers().stream()
                                        .map(offer -> words("offer", offer.topic(), offer.level(), wanted, locale)),
                                addition.seeks().stream()
                                        .map(seek -> words("seek", seek.topic(), seek.priority(), wanted, locale)))
                        .toList(),
                SolveRound.shown(addition.score()),
                addition.onlyAsGood());
    }

    /** The topic as the wanted partner's own line says it. */
    private String words(String kind, String topic, int grade, RoundCity wanted, Locale locale) {
        var named = wanted.lines().stream()
                .filter(line -> line.named().equals(topic))
                .findFirst()
                .map(line -> line.in(locale))
                .orElse(topic);
        return messages.getMessage("pairing.advice." + kind, new Object[] {named, grade}, locale);
    }
}
