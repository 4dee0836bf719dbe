package org.interurban.platform.programmes;

import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A group in which bodies take part in a programme. In what order groups are shown, and which is drawn above a line, its place says; its
 * code and its name say nothing to drawings and pairings.
 *
 * @param code within its programme
 * @param counterpart the code of the group with whose cities its own are paired; its own where they are paired with each other
 * @param cities how many it has as the programme states it, where it does
 */
record ProgrammeGroup(
        ProgrammeId programme,
        String code,
        LocalizedText name,
        GroupColour colour,
        @Nullable String counterpart,
        @Nullable Integer cities,
        int version) {

    static final int NAME_LENGTH = 100;
    static final int MOST_CITIES = 100_000;

    ProgrammeGroup {
        if (name.original().isBlank() || name.original().length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
        if (cities != null && !canHave(cities)) {
            throw new IllegalArgumentException("A group has 0 to %d cities".formatted(MOST_CITIES));
        }
    }

    static boolean canHave(int cities) {
        return cities >= 0 && cities <= MOST_CITIES;
    }
}
