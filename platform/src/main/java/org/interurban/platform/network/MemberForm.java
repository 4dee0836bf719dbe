package org.interurban.platform.network;

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
        @NotBlank(message = "{network.error.organisation}") @Nullable
        String organisation,

        @NotBlank(message = "{network.error.type}") @Nullable
        String type,

        @NotBlank(message = "{network.error.region}") @Nullable
        String region,

        @Pattern(regexp = "|(19|20|21)[0-9]{2}", message = "{network.error.year}") @Nullable
        String joined,

        @Size(max = 1000, message = "{directory.error.long}") @Nullable
        String exception,

        @Size(max = 2000, message = "{directory.error.long}") @Nullable
        String note,

        @Nullable Integer version) {

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
