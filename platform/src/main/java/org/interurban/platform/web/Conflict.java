package org.interurban.platform.web;

import java.util.Map;

/** Someone else changed the record since it was opened; the page shows what it holds now beside what was typed. */
public final class Conflict extends RuntimeException {

    private final String link;
    private final Map<String, String> now;

    /** @param link where the record can be seen; @param now its fields as they are now, by their label */
    public Conflict(String what, String link, Map<String, String> now) {
        super(what);
        this.link = link;
        this.now = Map.copyOf(now);
    }

    public String link() {
        return link;
    }

    public Map<String, String> now() {
        return now;
    }
}
