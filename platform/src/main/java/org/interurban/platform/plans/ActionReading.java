package org.interurban.platform.plans;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.web.Perhaps;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What forms of actions say, with the bodies and the templates that they name; each is looked up once. */
final class ActionReading {

    private final Plans plans;
    private final PlanTemplates templates;
    private final Directory directory;
    private final Locale locale;
    private final Map<Optional<PartnershipId>, Map<String, Plans.Body>> members = new HashMap<>();

    ActionReading(Plans plans, PlanTemplates templates, Directory directory, Locale locale) {
        this.plans = plans;
        this.templates = templates;
        this.directory = directory;
        this.locale = locale;
    }

    /** @param before null for a new one */
    Optional<PlanItem> read(@Nullable PlanItem before, String code, ActionForm form, Owner owner, Errors errors) {
        form.check(
                errors,
                templates
                        .choices(owner.programmeId(), before == null ? null : before.plan(), locale)
                        .keySet());
        var seesToIt = seesToIt(form, owner, before == null ? null : before.owner(), errors);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(before == null ? form.added(code, owner, seesToIt) : form.changed(before, seesToIt));
    }

    /** One of the cities of the partnership, else any body of the directory; or the one that it is already. */
    private @Nullable OrganisationId seesToIt(
            ActionForm form, Owner owner, @Nullable OrganisationId before, Errors errors) {
        var typed = Typed.text(form.owner());
        if (typed.isEmpty()) {
            return null;
        }
        var partnership = owner.partnershipId();
        var there = before == null ? null : plans.bodyOf(before, locale);
        if (there != null && (typed.equals(there.code()) || typed.equals(there.name()))) {
            return before;
        }
        if (partnership == null) {
            return inDirectory(typed, errors);
        }
        var found = members
                .computeIfAbsent(Optional.of(partnership), none -> plans.owners(partnership, null, locale))
                .values()
                .stream()
                .filter(body -> body.code().equals(typed) || body.name().equalsIgnoreCase(typed))
                .findFirst();
        if (found.isEmpty()) {
            errors.rejectValue("owner", "plans.error.owner");
        }
        return found.map(Plans.Body::id).orElse(null);
    }

    private @Nullable OrganisationId inDirectory(String typed, Errors errors) {
        var meant =
                switch (directory
                        .find(typed, locale)
                        .<Match>map(Match.Known::new)
                        .orElseGet(() -> directory.findByName(typed, locale))) {
                    case Match.Known(var entry) -> {
                        yield List.of(entry);
                    }
                    case Match.Likely(var entry, var name, var likeness) -> List.of(entry, entry);
                    case Match.Several(var entries) -> entries;
                    case Match.None() -> List.<Directory.Entry>of();
                };
        if (meant.size() == 1) {
            return meant.getFirst().id();
        }
        errors.rejectValue(
                "owner",
                meant.isEmpty() ? "plans.error.no-body" : "plans.error.which-body",
                new Object[] {
                    typed,
                    new Perhaps(
                            meant.stream().map(Directory.Entry::told).distinct().toList())
                },
                null);
        return null;
    }
}
