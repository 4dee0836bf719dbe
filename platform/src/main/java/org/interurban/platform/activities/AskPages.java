package org.interurban.platform.activities;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.interurban.platform.authority.AccountId;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.delivery.AnswerKind;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A proposed date: whom to ask about it, and the answer of those who are signed in. */
@Controller
@Requires("ACTIVITIES_EDIT")
class AskPages {

    private final Activities activities;
    private final ActivityLists lists;
    private final AskForDate ask;
    private final AnswerDate deed;
    private final ProposedDates proposals;
    private final Rights rights;

    AskPages(
            Activities activities,
            ActivityLists lists,
            AskForDate ask,
            AnswerDate deed,
            ProposedDates proposals,
            Rights rights) {
        this.activities = activities;
        this.lists = lists;
        this.ask = ask;
        this.deed = deed;
        this.proposals = proposals;
        this.rights = rights;
    }

    @GetMapping("/activities/{code}/ask")
    String choose(@PathVariable String code, Model model, Locale locale) {
        var activity = editable(code);
        model.addAttribute(
                "line", lists.one(code, locale).orElseThrow(() -> new NotFound("There is no activity " + code)));
        model.addAttribute("holders", ask.whoCanBeAsked(activity));
        model.addAttribute(
                "open",
                activity.status() == ActivityStatus.PROPOSED && activity.when().isKnown());
        return "activities/ask";
    }

    @Once
    @PostMapping("/activities/{code}/ask")
    ModelAndView send(
            @PathVariable String code,
            @RequestParam(name = "account", required = false) @Nullable List<AccountId> accounts,
            RedirectAttributes next) {
        var asked = ask.ask(editable(code), accounts == null ? List.of() : accounts);
        if (asked == 0) {
            next.addFlashAttribute("notice", "activities.ask.nobody");
            next.addFlashAttribute("noticeKind", "warn");
            return new Refusal("/activities/" + code + "/ask");
        }
        next.addFlashAttribute("notice", "activities.asked");
        return new ModelAndView("redirect:/activities/" + code);
    }

    /** @param date the one that was shown; another one is not answered with it */
    @Once
    @PostMapping("/activities/{code}/accept")
    ModelAndView answer(
            @PathVariable String code,
            @RequestParam String date,
            @RequestParam(defaultValue = "yes") String answer,
            @RequestParam(defaultValue = "") String words,
            Locale locale,
            RedirectAttributes next) {
        var activity = editable(code);
        var account = Objects.requireNonNull(rights.current().account());
        var said = Coded.find(DateAnswer.class, answer)
                .orElseThrow(() -> new ListQuery.BadQuery(
                        "errors.query.one-of", "answer", String.join(", ", Coded.codes(DateAnswer.class)), answer));
        var isTheirs = proposals.awaits(rights.current(), code, locale).isPresent();
        var outcome = isTheirs
                ? deed.answer(
                        AnswerDate.subject(code, date),
                        account,
                        said,
                        Shortened.to(AnswerKind.WORDS_LENGTH, words.strip()),
                        "page")
                : new AnswerDate.Outcome.Over();
        var address = lists.one(code, locale)
                .map(ActivityLists.Line::partnership)
                .map(partnership -> "/partnerships/" + partnership)
                .orElse("/activities/" + code);
        return switch (outcome) {
            case AnswerDate.Outcome.Planned _ -> kept("activities.answer.thanks", address, next);
            case AnswerDate.Outcome.Kept _ -> kept("activities.answer.thanks." + said.code(), address, next);
            case AnswerDate.Outcome.Over() -> {
                next.addFlashAttribute(
                        "notice",
                        isTheirs || activity.status() != ActivityStatus.PROPOSED
                                ? "activities.answer.over"
                                : "activities.answer.not-yours");
                next.addFlashAttribute("noticeKind", "warn");
                yield new Refusal(address);
            }
        };
    }

    private static ModelAndView kept(String notice, String address, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        next.addFlashAttribute("noticeKind", "good");
        return new ModelAndView("redirect:" + address);
    }

    private Activity editable(String code) {
        var activity = activities.seen(code).orElseThrow(() -> new NotFound("There is no activity " + code));
        rights.require(ActivityPermission.ACTIVITIES_EDIT, activities.scopes(activity));
        return activity;
    }
}
