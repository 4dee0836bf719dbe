package org.interurban.platform.partnerships;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.partnerships.Partnerships.Brief;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The partnerships in which the rows of a sheet lie, each looked up once; their field is {@code partnership}. */
final class NamedPartnerships {

    private static final String FIELD = "partnership";

    private final Partnerships partnerships;
    private final Permission permission;
    private final Locale locale;
    private final Map<PartnershipId, Optional<Brief>> known = new HashMap<>();
    private @Nullable List<Brief> all;

    /** @param permission that the person must hold where something new lies */
    NamedPartnerships(Partnerships partnerships, Permission permission, Locale locale) {
        this.partnerships = partnerships;
        this.permission = permission;
        this.locale = locale;
    }

    @Nullable
    Brief of(@Nullable PartnershipId partnership) {
        return partnership == null
                ? null
                : known.computeIfAbsent(partnership, id -> partnerships.brief(id, locale))
                        .orElse(null);
    }

    @Nullable
    String codeOf(@Nullable PartnershipId partnership) {
        var brief = of(partnership);
        return brief == null ? null : brief.code();
    }

    /** The one that is named by its code or its name; says at the field that there is none. */
    @Nullable
    Brief named(@Nullable String typed, Errors errors) {
        var found = find(typed);
        if (found.isEmpty()) {
            errors.rejectValue(FIELD, "partnerships.error.named", new Object[] {Typed.text(typed)}, null);
        }
        return found.orElse(null);
    }

    Optional<Brief> find(@Nullable String typed) {
        var name = Typed.text(typed);
        return all().stream()
                .filter(brief -> brief.code().equals(name) || brief.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private List<Brief> all() {
        var loaded = all;
        if (loaded == null) {
            loaded = partnerships.allWith(permission, locale);
            all = loaded;
        }
        return loaded;
    }

    /** Says at the field that what lies in a partnership does not go to another. */
    void check(@Nullable PartnershipId where, @Nullable String typed, Errors errors) {
        if (!Typed.text(typed).isEmpty() && !Typed.text(typed).equals(codeOf(where))) {
            errors.rejectValue(FIELD, "partnerships.error.stays");
        }
    }
}
