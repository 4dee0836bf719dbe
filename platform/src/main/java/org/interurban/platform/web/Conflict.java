package org.interurban.platform.web;

import java.util.Map;

/**
 * Someone else changed the record since it was opened. Where the link is the address of the form that was sent, the form opens
 * again with what was typed beside what stands now; elsewhere a page says what the record holds now.
 */
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
