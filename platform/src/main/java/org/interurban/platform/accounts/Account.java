package org.interurban.platform.accounts;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in, or once could.
 *
 * @param email where mail goes; accounts from before addresses had one form keep theirs as it was given
 * @param language of mail and pages; null where they chose none
 */
record Account(
        AccountId id,
        @Nullable String email,
        @Nullable String name,
        @Nullable String language,
        OffsetDateTime invitedAt,
        @Nullable OffsetDateTime seenAt,
        @Nullable OffsetDateTime disabledAt,
        @Nullable OffsetDateTime erasedAt) {

    static final int NAME_LENGTH = 120;

    public boolean isActive() {
        return disabledAt == null;
    }

    /** @param usual of whoever has chosen none */
    Locale locale(Locale usual) {
        return language == null ? usual : Locale.forLanguageTag(language);
    }

    public String state() {
        return erasedAt != null ? "erased" : disabledAt != null ? "disabled" : seenAt == null ? "invited" : "active";
    }
}
