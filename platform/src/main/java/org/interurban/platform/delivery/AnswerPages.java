package org.interurban.platform.delivery;

import java.time.Clock;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a link in a mail: one question, one button. */
@Controller
@Open
@RequestMapping("/answer/{token}")
class AnswerPages {

    private final AnswerLinks links;
    private final ObjectProvider<AnswerKind> kinds;
    private final Clock clock;

    AnswerPages(AnswerLinks links, ObjectProvider<AnswerKind> kinds, Clock clock) {
        this.links = links;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String token, Locale locale) {
        var opened = open(token);
        var asks = kind(opened).asks(opened.question(), locale);
        return isOver(opened) || asks.isEmpty()
                ? new ModelAndView("delivery/answer-over", HttpStatus.GONE)
                : new ModelAndView("delivery/answer", "asks", asks.get());
    }

    @PostMapping
    ModelAndView answer(@PathVariable String token, Locale locale) {
        var opened = open(token);
        return isOver(opened)
                ? new ModelAndView("delivery/answer-over", HttpStatus.GONE)
                : new ModelAndView("delivery/answered", "says", kind(opened).answered(opened.question(), locale));
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

    private boolean isOver(AnswerLinks.Opened opened) {
        return clock.instant().isAfter(opened.until());
    }
}
