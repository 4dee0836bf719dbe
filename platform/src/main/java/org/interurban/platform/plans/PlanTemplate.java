package org.interurban.platform.plans;

import java.util.Locale;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a plan of this kind is called; how it is made, its steps say.
 *
 * @param programme the code of the one whose partnerships make such plans; null for all
 * @param retired stays on what was recorded, and is offered no more
 */
record PlanTemplate(
        String code,
        LocalizedText name,
        @Nullable String abbreviation,
        @Nullable String programme,
        boolean retired,
        int version) {

    static final int NAME_LENGTH = 200;
    static final int ABBREVIATION_LENGTH = 40;

    PlanTemplate {
        if (name.original().isBlank() || name.original().length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
    }

    /** Name and abbreviation, where it has one, as a choice shows them. */
    public String shown(Locale locale) {
        return abbreviation == null ? name.in(locale) : "%s (%s)".formatted(name.in(locale), abbreviation);
    }
}
