package org.interurban.platform.web;

import org.interurban.platform.shared.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which texts of people become links; the part {@code link} asks it: {@code ${@webLinks.leads(text)}}. */
@Component
class WebLinks {

    public boolean leads(@Nullable String text) {
        return WebAddress.of(text).isPresent();
    }
}
