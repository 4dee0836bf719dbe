package org.interurban.platform.activities;

import java.util.Objects;
import org.interurban.platform.activities.KindOfActivity.Nature;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about a kind of activity.
 *
 * @param after the code of the kind behind which it stands
 */
record KindForm(
        @Worded(max = KindOfActivity.NAME_LENGTH, needed = true)
        Words name,

        @Nullable String nature,
        @Nullable Boolean hosted,
        @Nullable Boolean contact,
        @Nullable Boolean online,
        @Nullable Boolean launch,
        @Nullable String after,
        @Nullable Boolean retired,
        @Nullable Integer version) {

    KindForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
    }

    static KindForm of(KindOfActivity kind, String after) {
        return new KindForm(
                Words.of(kind.name()),
                kind.nature().code(),
                kind.hosted(),
                kind.contact(),
                kind.online(),
                kind.launch(),
                after,
                kind.retired(),
                kind.version());
    }

    void check(Errors errors) {
        if (Coded.find(Nature.class, Typed.text(nature)).isEmpty()) {
            errors.rejectValue("nature", "activities.error.nature");
        }
    }

    String place() {
        return Typed.text(after);
    }

    KindOfActivity kind(String code, @Nullable LocalizedText before) {
        return new KindOfActivity(
                code,
                Objects.requireNonNull(name.text(before)),
                Coded.of(Nature.class, Typed.text(nature)),
                Boolean.TRUE.equals(hosted),
                Boolean.TRUE.equals(contact),
                Boolean.TRUE.equals(online),
                Boolean.TRUE.equals(launch),
                Boolean.TRUE.equals(retired),
                version == null ? -1 : version);
    }
}
