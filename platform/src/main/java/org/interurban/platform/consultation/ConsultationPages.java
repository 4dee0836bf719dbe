package org.interurban.platform.consultation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.pairing.CityAnswers;
import org.interurban.platform.pairing.PairingPermission;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposals;
import org.interurban.platform.pairing.RoundId;
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

    private final Proposals proposals;
    private final Answers answers;
    private final AnswerProposal answer;
    private final JdbcClient sql;
    private final Rights rights;
    private final MessageSource messages;

    ConsultationPages(
            Proposals proposals,
            Answers answers,
            AnswerProposal answer,
            JdbcClient sql,
            Rights rights,
            MessageSource messages) {
        this.proposals = proposals;
        this.answers = answers;
        this.answer = answer;
        this.sql = sql;
        this.rights = rights;
        this.messages = messages;
    }

    /** A city that has been asked, in a list. */
    record Asked(RoundId round, String name, String programme, String state, String city, String cityName) {}

    /** A partner proposed to the city, with its answer. */
    record Ticket(Proposal.Partner partner, CityAnswers.@Nullable Given given) {}

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
                    select r.round, r.name, coalesce(p.abbreviation, p.name) as programme, r.state, o.code as city,
                           in_language(o.name, o.name_translations, :language) as city_name
                      from pairing_shown r
                      join programme_brief p on p.id = r.programme
                      join organisation_brief o on o.id = r.organisation
                     where o.id = any(:own) or r.programme = any(:own)
                     order by r.made_at desc, city_name
                     limit 200
                    """)
                        .param("language", locale.getLanguage())
                        .param("own", own)
                        .query(Asked.class)
                        .list());
        return "consultation/consultations";
    }

    @GetMapping("/rounds/{id}/cities/{code}")
    String show(@PathVariable RoundId id, @PathVariable String code, Model model, Locale locale) {
        var proposal = proposal(id, locale);
        var city = city(proposal, code);
        var given = answers.of(id).stream()
                .filter(one -> one.organisation().equals(city.organisation()))
                .toList();
        model.addAttribute("proposal", proposal);
        model.addAttribute("city", proposal.named(city, locale));
        model.addAttribute(
                "tickets",
                proposal.partners(city, REASONS, messages, locale).stream()
                        .map(partner -> new Ticket(partner, answer(given, partner.city())))
                        .toList());
        var others = proposal.others(city);
        model.addAttribute(
                "others",
                others.stream().map(other -> proposal.named(other, locale)).toList());
        var wishes = given.stream().filter(one -> one.rank() != null).toList();
        var codes = others.stream().collect(Collectors.toMap(Proposal.City::organisation, Proposal.City::id));
        model.addAttribute(
                "wishes",
                wishes.stream()
                        .map(wish -> codes.getOrDefault(wish.partner(), ""))
                        .toList());
        model.addAttribute(
                "wishReason", wishes.isEmpty() ? "" : wishes.getFirst().reason());
        return "consultation/city";
    }

    private static CityAnswers.@Nullable Given answer(List<CityAnswers.Given> given, Proposal.City partner) {
        return given.stream()
                .filter(one -> one.partner().equals(partner.organisation()) && one.rank() == null)
                .findFirst()
                .orElse(null);
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
        var proposal = proposal(id, locale);
        city(proposal, code);
        var accepts = answer.equals("accepts");
        say(
                this.answer.answer(
                        proposal,
                        code,
                        partner,
                        accepts,
                        cut(reason),
                        rights.current().account()),
                accepts ? "accepts" : "declines",
                next);
        return "redirect:/rounds/" + id.value() + "/cities/" + code;
    }

    @PostMapping("/rounds/{id}/cities/{code}/wishes")
    String wish(
            @PathVariable RoundId id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<String> wish,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            Locale locale) {
        var proposal = proposal(id, locale);
        city(proposal, code);
        var wishes = wish.stream()
                .flatMap(one -> Stream.of(one.split(",")))
                .filter(one -> !one.isBlank())
                .toList();
        say(answer.wish(proposal, code, wishes, cut(reason), rights.current().account()), "wishes", next);
        return "redirect:/rounds/" + id.value() + "/cities/" + code;
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

    private Proposal proposal(RoundId id, Locale locale) {
        return proposals.find(id, locale).orElseThrow(() -> new NotFound("There is no such proposal"));
    }

    private Proposal.City city(Proposal proposal, String code) {
        return proposal.city(code)
                .filter(city ->
                        rights.may(PairingPermission.PAIRING_ANSWER, Scope.city(city.organisation()), proposal.scope()))
                .orElseThrow(() -> new NotFound("There is no such proposal"));
    }
}
