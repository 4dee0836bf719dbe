package org.interurban.platform.web;

import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answer of a handler that has carried nothing out and leads the reader on: nothing of a form sent {@link Once} is kept. */
public final class Refusal extends ModelAndView {

    public Refusal(String address) {
        super("redirect:" + address);
    }

    /** @param why key of the sentence with which the page that follows says it */
    public static Refusal saying(String why, String address, RedirectAttributes next) {
        next.addFlashAttribute("notice", why);
        next.addFlashAttribute("noticeKind", "warn");
        return new Refusal(address);
    }
}
