package org.interurban.platform.enquiries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.membership.MembershipPermission;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.interurban.platform.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What cities have asked, on the screen of whoever answers them. */
@Controller
@Requires(value = "ENQUIRIES", network = true)
class EnquiryPages {

    private final Enquiries enquiries;
    private final AnswerEnquiry answer;
    private final Programmes programmes;
    private final Gazetteer gazetteer;
    private final Rights rights;
    private final Labels labels;

    EnquiryPages(
            Enquiries enquiries,
            AnswerEnquiry answer,
            Programmes programmes,
            Gazetteer gazetteer,
            Rights rights,
            Labels labels) {
        this.enquiries = enquiries;
        this.answer = answer;
        this.programmes = programmes;
        this.gazetteer = gazetteer;
        this.rights = rights;
        this.labels = labels;
    }

    @GetMapping("/enquiries")
    String list(ListQuery query, Model model, Locale locale) {
        model.addAttribute("slice", enquiries.list(query));
        model.addAttribute("states", labels.of("enquiries.state", List.of("waiting", "accepted", "declined"), locale));
        model.addAttribute("countries", gazetteer.countryNames(locale));
        return "enquiries/enquiries";
    }

    @GetMapping("/enquiries/{code}")
    String show(@PathVariable String code, Model model, Locale locale) {
        var enquiry = seen(code, locale);
        var choice = new LinkedHashMap<String, String>();
        programmes.all(locale).stream()
                .filter(programme -> rights.may(
                        ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope()))
                .forEach(programme -> choice.put(programme.code(), programme.name()));
        model.addAttribute("enquiry", enquiry);
        model.addAttribute("onRecord", answer.onRecord(enquiry));
        model.addAttribute("language", Locale.forLanguageTag(enquiry.language()).getDisplayLanguage(locale));
        model.addAttribute("programmes", choice);
        model.addAttribute("maySetMembers", rights.may(MembershipPermission.MEMBERS_EDIT));
        model.addAttribute(
                "country",
                enquiry.country() == null
                        ? null
                        : gazetteer.countryNames(locale).get(enquiry.country()));
        return "enquiries/enquiry";
    }

    /** @param city which of those of its name is meant, where that is asked */
    @Once
    @PostMapping("/enquiries/{code}/accept")
    ModelAndView accept(
            @PathVariable String code,
            @RequestParam String programme,
            @RequestParam(defaultValue = "") String city,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var outcome = answer.takeIn(seen(code, locale), programme(programme), city);
        if (outcome instanceof AnswerEnquiry.Outcome.Accepted) {
            next.addFlashAttribute("notice", "enquiries.taken-in");
        }
        model.addAttribute("chosen", programme);
        return answered(outcome, "/enquiries/" + code, code, model, next, locale);
    }

    @Once
    @PostMapping("/enquiries/{code}/member")
    ModelAndView member(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String city,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        rights.require(MembershipPermission.MEMBERS_EDIT);
        var outcome = answer.toMember(seen(code, locale), city);
        if (outcome instanceof AnswerEnquiry.Outcome.Accepted(var taken)) {
            next.addFlashAttribute("notice", "enquiries.to-member");
            return answered(outcome, "/members/new?organisation=" + taken, code, model, next, locale);
        }
        model.addAttribute("asMember", true);
        return answered(outcome, "/enquiries/" + code, code, model, next, locale);
    }

    /** @param done where it goes on once the city was taken in */
    private ModelAndView answered(
            AnswerEnquiry.Outcome outcome,
            String done,
            String code,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        return switch (outcome) {
            case AnswerEnquiry.Outcome.Accepted _ -> new ModelAndView("redirect:" + done);
            case AnswerEnquiry.Outcome.WhichCity() -> {
                model.addAttribute("whichCity", true);
                yield new ModelAndView(show(code, model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case AnswerEnquiry.Outcome.AnsweredAlready _, AnswerEnquiry.Outcome.Declined _ -> faster(code, next);
        };
    }

    @Once
    @PostMapping("/enquiries/{code}/decline")
    ModelAndView decline(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var enquiry = seen(code, locale);
        var words = Typed.text(reason);
        if (words.isEmpty() || words.length() > Enquiry.MESSAGE_LENGTH) {
            model.addAttribute("wrong", words.isEmpty() ? "enquiries.error.reason" : "enquiries.error.too-long");
            model.addAttribute("reason", words);
            return new ModelAndView(show(code, model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (answer.decline(enquiry, words) instanceof AnswerEnquiry.Outcome.AnsweredAlready) {
            return faster(code, next);
        }
        next.addFlashAttribute("notice", "enquiries.declined");
        return new ModelAndView("redirect:/enquiries/" + code);
    }

    private static Refusal faster(String code, RedirectAttributes next) {
        return Refusal.saying("enquiries.answered-already", "/enquiries/" + code, next);
    }

    private Programme programme(String code) {
        var programme = programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(ProgrammePermission.PARTICIPANTS_EDIT, programme.id().scope());
        return programme;
    }

    private Enquiry seen(String code, Locale locale) {
        return enquiries.seen(code, locale).orElseThrow(() -> new NotFound("There is no enquiry " + code));
    }
}
