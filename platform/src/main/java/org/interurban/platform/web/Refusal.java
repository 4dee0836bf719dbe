package org.interurban.platform.web;

import org.springframework.web.servlet.ModelAndView;

/** The answer of a handler that has carried nothing out and leads the reader on: nothing of a form sent {@link Once} is kept. */
public final class Refusal extends ModelAndView {

    public Refusal(String address) {
        super("redirect:" + address);
    }
}
