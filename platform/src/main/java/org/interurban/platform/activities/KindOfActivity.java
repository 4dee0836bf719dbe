package org.interurban.platform.activities;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;

/**
 * A kind of activity. What drawings, counts and forms need to know of it is said here; its code and its name say nothing to them.
 *
 * @param hosted one city hosts and another comes
 * @param contact partners who do this are in touch
 * @param online usually held online
 * @param launch opens what follows
 * @param retired stays on what was recorded, and is offered no more
 */
record KindOfActivity(
        String code,
        LocalizedText name,
        Nature nature,
        boolean hosted,
        boolean contact,
        boolean online,
        boolean launch,
        boolean retired,
        int version) {

    static final int NAME_LENGTH = 100;

    /** What people do there, whatever they call it. */
    enum Nature implements Coded {
        VISIT,
        TOUR,
        MEETING,
        CONFERENCE,
        FAIR,
        WEBINAR,
        TRAINING,
        CEREMONY,
        OTHER
    }

    KindOfActivity {
        if (name.original().isBlank() || name.original().length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
    }
}
