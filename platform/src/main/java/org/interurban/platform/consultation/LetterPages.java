package org.interurban.platform.consultation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.pairing.PairingPermission;
import org.interurban.platform.pairing.Proposal;
import org.interurban.platform.pairing.Proposals;
import org.interurban.platform.pairing.RoundId;
import org.interurban.platform.web.Languages;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters to the cities of a round: read and worded before they leave, and the reminder of those that were not answered. */
@Controller
@Requires("PAIRING_RUN")
class LetterPages {

    /** Of so many letters each can be worded by itself on one page. */
    private static final int MOST_TO_WORD = 120;

    private final Proposals proposals;
    private final AskCities asking;
    private final SendLetters sending;
    private final LetterWords words;
    private final Languages languages;
    private final Rights rights;

    LetterPages(
            Proposals proposals,
            AskCities asking,
            SendLetters sending,
            LetterWords words,
            Languages languages,
            Rights rights) {
        this.proposals = proposals;
        this.asking = asking;
        this.sending = sending;
        this.words = words;
        this.languages = languages;
        this.rights = rights;
    }

    /** @param until the day up to which the cities are asked to answer */
    @GetMapping("/rounds/{id}/letters")
    String letters(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable Integer run,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String language,
            Model model,
            Locale locale) {
        show(draft(id, run, until, locale), otherwise(language, locale), Map.of(), null, model);
        return "consultation/letters";
    }

    private void show(
            Proposal proposal, Locale otherwise, Map<String, String> bodies, @Nullable String warning, Model model) {
        var letters = asking.letters(proposal, proposal.pairs(), otherwise);
        model.addAttribute("proposal", proposal);
        model.addAttribute("run", proposal.run());
        model.addAttribute("letters", letters);
        model.addAttribute("bodies", bodies);
        model.addAttribute("worded", letters.letters().size() <= MOST_TO_WORD);
        model.addAttribute("limit", LetterWords.BODY_LENGTH);
        var sender = words.sender(rights.current().account());
        model.addAttribute("sender", sender);
        model.addAttribute("languages", languages.ofPages());
        model.addAttribute("language", otherwise.getLanguage());
        if (warning != null) {
            model.addAttribute("notice", warning);
            model.addAttribute("noticeKind", "warn");
        }
    }

    /**
     * Shows the cities what is proposed to them, and sends the letters.
     *
     * @param written the day that the letters on the page name; where another was chosen since, they are shown again first
     */
    @Once
    @PostMapping("/rounds/{id}/letters")
    ModelAndView send(
            @PathVariable RoundId id,
            @RequestParam(required = false) @Nullable Integer run,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate written,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam Map<String, String> all,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var proposal = draft(id, run, until, locale);
        var otherwise = otherwise(language, locale);
        var bodies = bodies(all);
        var tooLong = bodies.values().stream().anyMatch(body -> body.length() > LetterWords.BODY_LENGTH);
        if (tooLong || (written != null && !written.equals(proposal.until()))) {
            var why = tooLong ? "consultation.letters.too-long" : "consultation.letters.other-day";
            show(proposal, otherwise, tooLong ? bodies : Map.of(), why, model);
            return new ModelAndView("consultation/letters", model.asMap());
        }
        if (!asking.letters(proposal, proposal.pairs(), otherwise).haveAll(bodies.keySet())) {
            show(proposal, otherwise, bodies, "consultation.letters.others", model);
            return new ModelAndView("consultation/letters", model.asMap());
        }
        var address = proposal.address() + "?view=answers";
        var sent = sending.send(id, run, proposal.until(), bodies, otherwise, locale);
        if (sent.isEmpty()) {
            next.addFlashAttribute("notice", "pairing.notice.not-a-draft");
            next.addFlashAttribute("noticeKind", "bad");
            return new Refusal(proposal.address());
        }
        next.addFlashAttribute("notice", "pairing.notice.proposed");
        next.addFlashAttribute("noticeNumber", sent.get());
        return new ModelAndView("redirect:" + address);
    }

    private static Map<String, String> bodies(Map<String, String> all) {
        var bodies = new HashMap<String, String>();
        all.forEach((name, text) -> {
            if (name.startsWith("body-") && !text.isBlank()) {
                bodies.put(
                        name.substring("body-".length()),
                        text.replace("\r\n", "\n").strip());
            }
        });
        return bodies;
    }

    /** Writes once more to the cities that have not answered. */
    @Once
    @PostMapping("/rounds/{id}/reminders")
    ModelAndView remind(@PathVariable RoundId id, RedirectAttributes next, Locale locale) {
        var proposal = proposals
                .find(id, locale)
                .filter(found -> rights.may(PairingPermission.PAIRING_RUN, found.scope()))
                .orElseThrow(() -> new NotFound("There is no such proposal"));
        var written = sending.remind(proposal, locale);
        next.addFlashAttribute("notice", "consultation.reminded");
        next.addFlashAttribute("noticeNumber", written);
        return written == 0
                ? new Refusal(proposal.address() + "?view=answers")
                : new ModelAndView("redirect:" + proposal.address() + "?view=answers");
    }

    private Locale otherwise(@Nullable String language, Locale locale) {
        return language != null && languages.ofPages().containsKey(language) ? Locale.forLanguageTag(language) : locale;
    }

    private Proposal draft(RoundId id, @Nullable Integer run, @Nullable LocalDate until, Locale locale) {
        return proposals
                .draft(id, run, until, locale)
                .orElseThrow(() -> new NotFound("There is no draft that could be proposed"));
    }
}
