package org.interurban.platform.pairing;

import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done at the workbench: pairs locked and let go, the round solved again and taken a step further. */
@Controller
@Requires("PAIRING_RUN")
class WorkbenchActs {

    private final OpenRounds open;
    private final SolveRound solve;
    private final MoveRound move;
    private final Rights rights;
    private final MessageSource messages;

    WorkbenchActs(OpenRounds open, SolveRound solve, MoveRound move, Rights rights, MessageSource messages) {
        this.open = open;
        this.solve = solve;
        this.move = move;
        this.rights = rights;
        this.messages = messages;
    }

    @PostMapping("/rounds/{id}/locks")
    String lock(
            @PathVariable RoundId id,
            @ModelAttribute("choice") Choice choice,
            @RequestParam(defaultValue = "must") String kind,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next,
            Locale locale) {
        var round = open.round(id, locale);
        var a = choice.a();
        var b = choice.b();
        if (reason.isBlank() || reason.length() > RoundLock.REASON_LENGTH) {
            next.addFlashAttribute("notice", "pairing.notice.reason-needed");
            next.addFlashAttribute("noticeKind", "bad");
        } else if (a == null || b == null || a.equals(b)) {
            say(new SolveRound.Outcome.NotFacing(), next, messages, locale);
        } else {
            var lock = new RoundLock(
                    a, b, kind(kind), reason.strip(), rights.current().account());
            say(solve.lock(round, lock), next, messages, locale);
        }
        return "redirect:" + id.address() + choice.withRun(null).query();
    }

    private static RoundLock.Kind kind(String code) {
        try {
            return RoundLock.Kind.of(code);
        } catch (IllegalArgumentException unknown) {
            throw new ListQuery.BadQuery("errors.query.one-of", "kind", "must, must-not, prefer", code);
        }
    }

    @PostMapping("/rounds/{id}/locks/lift")
    String unlock(
            @PathVariable RoundId id, @ModelAttribute("choice") Choice choice, RedirectAttributes next, Locale locale) {
        var round = open.round(id, locale);
        if (choice.a() != null && choice.b() != null) {
            say(solve.unlock(round, choice.a(), choice.b()), next, messages, locale);
        }
        return "redirect:" + id.address() + choice.withRun(null).query();
    }

    @Once
    @PostMapping("/rounds/{id}/runs")
    ModelAndView runAgain(
            @PathVariable RoundId id, @ModelAttribute("choice") Choice choice, RedirectAttributes next, Locale locale) {
        var outcome = solve.run(open.round(id, locale));
        say(outcome, next, messages, locale);
        return leads(outcome, id.address() + choice.withRun(null).query());
    }

    /** To the address, as a refusal where there is no new run. */
    static ModelAndView leads(SolveRound.Outcome outcome, String address) {
        return outcome instanceof SolveRound.Outcome.Done
                ? new ModelAndView("redirect:" + address)
                : new Refusal(address);
    }

    @PostMapping("/rounds/{id}/robustness")
    String robustness(@PathVariable RoundId id, @ModelAttribute("choice") Choice choice, Locale locale) {
        var round = open.round(id, locale);
        var run = open.run(round, choice.run());
        if (run != null) {
            solve.test(round, run);
        }
        return "redirect:" + id.address() + choice.query();
    }

    /** Takes the round a step further, or back. */
    @Once
    @PostMapping("/rounds/{id}/state")
    ModelAndView move(
            @PathVariable RoundId id,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable Integer run,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean without,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var address = id.address() + (to.equals("consulted") || to.equals("proposed") ? "?view=answers" : "");
        var round = open.round(id, locale);
        return switch (move.move(round, MoveRound.stage(to), run, new MoveRound.Sure(sure, reason, without))) {
            case MoveRound.Outcome.Moved(var state, var count) -> {
                next.addFlashAttribute("notice", "pairing.notice." + state.code());
                next.addFlashAttribute("noticeNumber", count);
                yield new ModelAndView("redirect:" + address);
            }
            case MoveRound.Outcome.Asks(var stage, var doubts, var needsReason) -> {
                model.addAttribute("round", round);
                model.addAttribute("address", id.address());
                model.addAttribute("to", stage.code());
                model.addAttribute("doubts", doubts);
                model.addAttribute("needsReason", needsReason);
                model.addAttribute("missing", sure && needsReason);
                yield new ModelAndView("pairing/ask", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case MoveRound.Outcome.NotFromHere _ -> {
                next.addFlashAttribute("notice", "pairing.notice.not-a-draft");
                next.addFlashAttribute("noticeKind", "bad");
                yield new Refusal(address);
            }
        };
    }

    /** Tells the reader what came of a run, on the next page. */
    static void say(SolveRound.Outcome outcome, RedirectAttributes next, MessageSource messages, Locale locale) {
        switch (outcome) {
            case SolveRound.Outcome.Done(var run) -> {
                next.addFlashAttribute("notice", "pairing.notice.solved");
                next.addFlashAttribute("noticeNumber", run.number());
            }
            case SolveRound.Outcome.Impossible(var conflict, var cities) -> {
                next.addFlashAttribute("notice", "pairing.notice.impossible");
                next.addFlashAttribute("noticeKind", "bad");
                next.addFlashAttribute(
                        "noticeDetail",
                        Reasons.conflicts(conflict, cities, messages, locale).collect(Collectors.joining(" · ")));
            }
            case SolveRound.Outcome.Refused(var names) -> {
                next.addFlashAttribute("notice", "pairing.notice.refused");
                next.addFlashAttribute("noticeKind", "bad");
            }
            case SolveRound.Outcome.WrongSize _ -> {
                next.addFlashAttribute("notice", "pairing.notice.size");
                next.addFlashAttribute("noticeKind", "bad");
            }
            case SolveRound.Outcome.NotFacing _ -> {
                next.addFlashAttribute("notice", "pairing.notice.not-facing");
                next.addFlashAttribute("noticeKind", "bad");
            }
            case SolveRound.Outcome.NotADraft _, SolveRound.Outcome.Overtaken _ -> {
                next.addFlashAttribute("notice", "pairing.notice.not-a-draft");
                next.addFlashAttribute("noticeKind", "bad");
            }
        }
    }
}
