package org.interurban.platform.partnerships;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.interurban.platform.shared.Coded;
import org.jspecify.annotations.Nullable;

/** What people fill in about a partnership. */
record PartnershipForm(
        @NotBlank(message = "{partnerships.error.name-needed}")
        @Size(max = Partnership.NAME_LENGTH, message = "{partnerships.error.too-long}")
        @Nullable
        String name,

        @Size(max = Partnership.NAME_LENGTH, message = "{partnerships.error.too-long}") @Nullable
        String nameKo,

        @Nullable String topic,

        @Size(max = 200, message = "{partnerships.error.too-long}") @Nullable
        String coordinator,

        @Nullable String status,
        @Nullable Boolean published,
        @Nullable Integer version) {

    static PartnershipForm of(Partnership partnership) {
        return new PartnershipForm(
                partnership.name(),
                partnership.nameKo(),
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
                text(name),
                textOrNull(nameKo),
                textOrNull(topic),
                before.line(),
                textOrNull(coordinator),
                Coded.of(PartnershipStatus.class, text(status)),
                arranges ? Boolean.TRUE.equals(published) : before.published(),
                version == null ? -1 : version);
    }
}
