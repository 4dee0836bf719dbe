package org.interurban.platform.lines;

import java.util.Locale;
import org.interurban.platform.web.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What another site takes over to show a line in a frame; templates know it. */
@Component
class LineFrames {

    private final PublicAddress address;

    LineFrames(PublicAddress address) {
        this.address = address;
    }

    /** @param page the address here of the page on which the line stands */
    public String of(String page, String name, Locale locale) {
        return "<iframe src=\"%s/line/embed?lang=%s\" title=\"%s\" width=\"100%%\" height=\"420\" loading=\"lazy\"></iframe>"
                .formatted(address.of(page), locale.getLanguage(), HtmlUtils.htmlEscape(name, "UTF-8"));
    }
}
