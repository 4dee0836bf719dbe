package org.interurban.platform.partnerships;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;

/** What people fill in about a partnership. */
record PartnershipForm(
        @Worded(max = Partnership.NAME_LENGTH, needed = true, message = "{partnerships.error.name-needed}")
        Words name,

        @Nullable String topic,

        @Size(max = 200, message = "{partnerships.error.too-long}") @Nullable
        String coordinator,

        @Nullable String status,
        @Nullable Boolean published,
        @Nullable Integer version) {

    PartnershipForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
    }

    static PartnershipForm of(Partnership partnership) {
        return new PartnershipForm(
                Words.of(partnership.name()),
                partnership.topic(),
                partnership.coordinator(),
                partnership.status().code(),
                partnership.published(),
                partnership.version());
    }

    /** @param arranges whether the person may say who sees the partnership; else that stays as it was */
    Partnership changed(Partnership before, boolean arranges) {
        return new Partnership(
                before.id(),
                before.code(),
                before.programme(),
                before.programmeCode(),
                Objects.requireNonNull(name.text(before.name())),
                textOrNull(topic),
                before.line(),
                textOrNull(coordinator),
                Coded.of(PartnershipStatus.class, text(status)),
                arranges ? Boolean.TRUE.equals(published) : before.published(),
                version == null ? -1 : version);
    }
}
