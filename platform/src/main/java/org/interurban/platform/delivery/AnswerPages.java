package org.interurban.platform.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.People;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a link in a mail: one question, one button. */
@Controller
@Open
@RequestMapping("/answer/{token}")
class AnswerPages {

    private final AnswerLinks links;
    private final ObjectProvider<AnswerKind> kinds;
    private final People people;
    private final Clock clock;

    AnswerPages(AnswerLinks links, ObjectProvider<AnswerKind> kinds, People people, Clock clock) {
        this.links = links;
        this.kinds = kinds;
        this.people = people;
        this.clock = clock;
    }

    /** The address is a key: no browser or proxy keeps its page. */
    @ModelAttribute
    void keepNothing(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    @GetMapping
    ModelAndView ask(@PathVariable String token, Locale locale) {
        var opened = open(token);
        var kind = kind(opened);
        return (stands(opened, kind) ? kind.asks(opened.question(), locale) : Optional.<AnswerKind.Asks>empty())
                .map(asks -> new ModelAndView("delivery/answer", "asks", asks))
                .orElseGet(AnswerPages::over);
    }

    @PostMapping
    ModelAndView answer(@PathVariable String token, @RequestParam(defaultValue = "") String words, Locale locale) {
        var opened = open(token);
        var kind = kind(opened);
        return stands(opened, kind)
                ? new ModelAndView(
                        "delivery/answered",
                        "says",
                        kind.answered(opened.question(), Shortened.to(AnswerKind.WORDS_LENGTH, words.strip()), locale))
                : over();
    }

    private static ModelAndView over() {
        return new ModelAndView("delivery/answer-over", HttpStatus.GONE);
    }

    private AnswerLinks.Opened open(String token) {
        return links.open(token).orElseThrow(() -> new NotFound("This link is not complete, or not one of ours."));
    }

    private AnswerKind kind(AnswerLinks.Opened opened) {
        return kinds.stream()
                .filter(kind -> kind.purpose().equals(opened.question().purpose()))
                .findFirst()
                .orElseThrow(() -> new NotFound("Nobody asks this any more."));
    }

    /** In time, and asked of somebody who could still answer it when signed in. */
    private boolean stands(AnswerLinks.Opened opened, AnswerKind kind) {
        var question = opened.question();
        return !clock.instant().isAfter(opened.until())
                && kind.restsOn(question)
                        .filter(right -> people.find(question.respondent())
                                .filter(person -> person.may(
                                        right.permission(), right.scopes().toArray(Scope[]::new)))
                                .isPresent())
                        .isPresent();
    }
}
