package org.interurban.platform.pairing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a city sees of a round: who is proposed to it and why, and its answer. Nothing of a draft. */
@Controller
@Requires("PAIRING_ANSWER")
class ConsultationPages {

    private static final int REASONS = 4;

    private final Rounds rounds;
    private final Runs runs;
    private final Benches benches;
    private final Answers answers;
    private final AnswerProposal answer;
    private final JdbcClient sql;
    private final Rights rights;
    private final MessageSource messages;

    ConsultationPages(
            Rounds rounds,
            Runs runs,
            Benches benches,
            Answers answers,
            AnswerProposal answer,
            JdbcClient sql,
            Rights rights,
            MessageSource messages) {
        this.rounds = rounds;
        this.runs = runs;
        this.benches = benches;
        this.answers = answers;
        this.answer = answer;
        this.sql = sql;
        this.rights = rights;
        this.messages = messages;
    }

    /** A city that has been asked, in a list. */
    record Asked(RoundId round, String name, String programme, String state, String city, String cityName) {}

    /** A partner proposed to the city. */
    record Ticket(
            Named partner,
            String country,
            String score,
            Reasons.Explained why,
            List<String> lines,
            Answers.@Nullable Given given) {}

    /** A city that works on several rounds or for several cities finds them here. */
    @InMenu(
            atWork = true,
            place = 60,
            words = "pairing.menu",
            section = "pairing",
            holding = "PAIRING_ANSWER",
            unless = "PAIRING_RUN")
    @GetMapping("/consultations")
    String list(Model model, Locale locale) {
        var person = rights.current();
        var own = person.assignments().stream()
                .filter(held -> PairingPermission.PAIRING_ANSWER.isHeldBy(held.role()))
                .map(held -> held.scope().id())
                .filter(Objects::nonNull)
                .toArray(Scope.Id[]::new);
        model.addAttribute(
                "asked",
                sql.sql("""
                    select distinct r.id as round, r.name, coalesce(p.abbreviation, p.name) as programme, r.state, o.code as city,
                           in_language(o.name, o.name_translations, :language) as city_name, r.made_at
                      from pairing_round r
                      join programme_brief p on p.id = r.programme
                      join pairing_run n on n.id = r.run
                      join lateral jsonb_to_recordset(n.result -> 'pairs') as pair(a text, b text) on true
                      join organisation_brief o on o.code in (pair.a, pair.b)
                     where o.id = any(:own) or r.programme = any(:own)
                     order by r.made_at desc, city_name
                     limit 200
                    """)
                        .param("language", locale.getLanguage())
                        .param("own", own)
                        .query(Asked.class)
                        .list());
        return "pairing/consultations";
    }

    @GetMapping("/rounds/{id}/cities/{code}")
    String show(@PathVariable RoundId id, @PathVariable String code, Model model, Locale locale) {
        var round = round(id, locale);
        var bench = bench(round);
        var city = city(round, bench, code);
        var given = answers.of(round.id());
        var reasons = new Reasons(bench, messages, locale);
        model.addAttribute("round", round);
        model.addAttribute("city", Named.of(bench.city(city), locale));
        model.addAttribute("open", round.state() == RoundState.PROPOSED);
        model.addAttribute(
                "tickets",
                bench.partners(city).stream()
                        .map(partner -> ticket(bench, reasons, city, partner, given, locale))
                        .toList());
        model.addAttribute(
                "others",
                IntStream.range(0, bench.scoring().cities().size())
                        .filter(other -> bench.scoring().allowed(city, other) && !bench.isChosen(city, other))
                        .mapToObj(other -> Named.of(bench.city(other), locale))
                        .toList());
        var wishes = given.stream()
                .filter(one -> one.organisation().equals(bench.city(city).organisation()) && one.rank() != null)
                .toList();
        model.addAttribute(
                "wishes",
                wishes.stream()
                        .map(wish -> bench.scoring().cities().stream()
                                .filter(other -> other.organisation().equals(wish.partner()))
                                .map(RoundCity::id)
                                .findFirst()
                                .orElse(""))
                        .toList());
        model.addAttribute(
                "wishReason", wishes.isEmpty() ? "" : wishes.getFirst().reason());
        return "pairing/city";
    }

    private static Ticket ticket(
            Bench bench, Reasons reasons, int city, int partner, List<Answers.Given> given, Locale locale) {
        var shown = bench.city(partner);
        var why = reasons.explain(Math.min(city, partner), Math.max(city, partner));
        return new Ticket(
                Named.of(shown, locale),
                shown.countryName(locale),
                SolveRound.shown(bench.scoring().score(city, partner)),
                new Reasons.Explained(
                        why.confidence(),
                        why.donor(),
                        why.fresh(),
                        why.lead(),
                        why.parts().stream().limit(REASONS).toList()),
                shown.lines().stream().map(line -> line.in(locale)).distinct().toList(),
                given.stream()
                        .filter(one ->
                                one.organisation().equals(bench.city(city).organisation())
                                        && one.partner().equals(shown.organisation())
                                        && one.rank() == null)
                        .findFirst()
                        .orElse(null));
    }

    @PostMapping("/rounds/{id}/cities/{code}")
    String answer(
            @PathVariable RoundId id,
            @PathVariable String code,
            @RequestParam String partner,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            Locale locale) {
        var round = round(id, locale);
        city(round, bench(round), code);
        var accepts = answer.equals("accepts");
        say(
                this.answer.answer(
                        round,
                        code,
                        partner,
                        accepts,
                        cut(reason),
                        rights.current().account()),
                accepts ? "accepts" : "declines",
                next);
        return "redirect:" + id.address() + "/cities/" + code;
    }

    @PostMapping("/rounds/{id}/cities/{code}/wishes")
    String wish(
            @PathVariable RoundId id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<String> wish,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            Locale locale) {
        var round = round(id, locale);
        city(round, bench(round), code);
        var wishes = wish.stream()
                .flatMap(one -> Stream.of(one.split(",")))
                .filter(one -> !one.isBlank())
                .toList();
        say(answer.wish(round, code, wishes, cut(reason), rights.current().account()), "wishes", next);
        return "redirect:" + id.address() + "/cities/" + code;
    }

    private static String cut(String reason) {
        return reason.length() <= Answers.REASON_LENGTH ? reason : reason.substring(0, Answers.REASON_LENGTH);
    }

    private static void say(AnswerProposal.Outcome outcome, String given, RedirectAttributes next) {
        next.addFlashAttribute(
                "notice",
                outcome == AnswerProposal.Outcome.KEPT ? "pairing.notice." + given : "pairing.notice.too-late");
        next.addFlashAttribute("noticeKind", outcome == AnswerProposal.Outcome.KEPT ? "good" : "bad");
    }

    private Round round(RoundId id, Locale locale) {
        return rounds.find(id, locale)
                .filter(round -> !round.isDraft())
                .orElseThrow(() -> new NotFound("There is no such proposal"));
    }

    private Bench bench(Round round) {
        var run = round.run();
        if (run == null) {
            throw new NotFound("There is no such proposal");
        }
        return benches.of(runs.find(run).orElseThrow());
    }

    private int city(Round round, Bench bench, String code) {
        if (bench.scoring().has(code)) {
            var city = bench.scoring().position(code);
            if (rights.may(
                    PairingPermission.PAIRING_ANSWER,
                    Scope.city(bench.city(city).organisation()),
                    round.scope())) {
                return city;
            }
        }
        throw new NotFound("There is no such proposal");
    }
}
