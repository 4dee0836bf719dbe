package org.interurban.platform.programmes;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A frame in which cities cooperate: what it is called, when it runs, how its cities come together.
 *
 * @param parent the code of the programme of which it is a part
 * @param predecessor the code of the programme that it follows
 * @param start when it began, as exactly as it is known
 * @param end when it ended or will end
 * @param scope countries and parts of the world
 * @param taxonomy the code of the list of topics in which its cities speak; null where it is the usual one
 */
public record Programme(
        ProgrammeId id,
        String code,
        LocalizedText name,
        @Nullable String abbreviation,
        ProgrammeKind kind,
        @Nullable String parent,
        @Nullable String predecessor,
        PartialPeriod start,
        PartialPeriod end,
        List<String> scope,
        List<String> forms,
        @Nullable String taxonomy,
        @Nullable LocalizedText description,
        Terms terms,
        boolean published,
        int version) {

    static final int NAME_LENGTH = 200;
    static final int DESCRIPTION_LENGTH = 4000;
    static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    public Programme {
        if (name.original().isBlank() || name.original().length() > NAME_LENGTH) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
        }
        if (!code.matches(CODE)) {
            throw new IllegalArgumentException("\"%s\" is not a code".formatted(code));
        }
        if (start.from() != null && end.to() != null && start.from().isAfter(end.to())) {
            throw new IllegalArgumentException("A programme cannot end before it begins");
        }
        start = PartialPeriod.around(start.from(), start.precision());
        end = PartialPeriod.around(end.to(), end.precision());
        scope = List.copyOf(scope);
        forms = List.copyOf(forms);
    }

    /** As people call it; its code stands in addresses and files only. */
    public String shortName(Locale reader) {
        return abbreviation == null ? name.in(reader) : abbreviation;
    }
}
