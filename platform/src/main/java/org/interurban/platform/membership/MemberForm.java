package org.interurban.platform.membership;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a member.
 *
 * @param organisation any of its names, or its code; kept as it is once it is a member
 * @param exception why it is a member although a rule speaks against it
 */
record MemberForm(
        @NotBlank(message = "{membership.error.organisation}")
        @Size(max = 200, message = "{directory.error.long}")
        @Nullable
        String organisation,

        @NotBlank(message = "{membership.error.type}") @Nullable
        String type,

        @NotBlank(message = "{membership.error.region}") @Nullable
        String region,

        @Pattern(regexp = "|(19|20|21)[0-9]{2}", message = "{membership.error.year}") @Nullable
        String joined,

        @Size(max = 1000, message = "{directory.error.long}") @Nullable
        String exception,

        @Size(max = 2000, message = "{directory.error.long}") @Nullable
        String note,

        @Nullable Integer version) {

    static MemberForm of(Members.Member member) {
        return new MemberForm(
                member.organisation(),
                member.type(),
                member.region(),
                member.joined() == null ? null : member.joined().toString(),
                member.exception(),
                member.note(),
                member.version());
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
