package org.interurban.platform.programmes;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import java.util.Collection;
import java.util.Objects;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about a group of a programme.
 *
 * @param counterpart the code of a group, {@link #ITSELF} of one whose cities are paired with each other, empty of one without
 * @param after the code of the group behind which it stands
 */
record GroupForm(
        @Worded(max = ProgrammeGroup.NAME_LENGTH, needed = true)
        Words name,

        @Nullable String colour,
        @Nullable String counterpart,
        @Nullable String cities,
        @Nullable String after,
        @Nullable Integer version) {

    static final String ITSELF = "-";

    GroupForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
    }

    static GroupForm empty(GroupColour colour, String after) {
        return new GroupForm(Words.NONE, colour.code(), "", "", after, 0);
    }

    static GroupForm of(ProgrammeGroup group, String after) {
        return new GroupForm(
                Words.of(group.name()),
                group.colour().code(),
                group.code().equals(group.counterpart()) ? ITSELF : group.counterpart(),
                group.cities() == null ? "" : group.cities().toString(),
                after,
                group.version());
    }

    /** @param others the codes of the other groups of the programme */
    void check(Errors errors, Collection<String> others) {
        Typed.choice(GroupColour.class, colour, "colour", "programmes.error.colour", errors);
        var with = text(counterpart);
        if (!with.isEmpty() && !with.equals(ITSELF) && !others.contains(with)) {
            errors.rejectValue("counterpart", "programmes.error.counterpart");
        }
        var many = number();
        if (many == null ? !text(cities).isEmpty() : !ProgrammeGroup.canHave(many)) {
            errors.rejectValue("cities", "programmes.error.cities");
        }
    }

    private @Nullable Integer number() {
        return text(cities).matches("\\d{1,6}") ? Integer.valueOf(text(cities)) : null;
    }

    String place() {
        return text(after);
    }

    /** Only of a form without errors. */
    ProgrammeGroup group(ProgrammeId programme, String code, @Nullable LocalizedText before) {
        return new ProgrammeGroup(
                programme,
                code,
                Objects.requireNonNull(name.text(before)),
                Coded.of(GroupColour.class, text(colour)),
                text(counterpart).equals(ITSELF) ? code : textOrNull(counterpart),
                number(),
                version == null ? -1 : version);
    }
}
