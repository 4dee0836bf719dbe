package org.interurban.platform.plans;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.NamedBodies;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What forms of actions say, with the bodies and the templates that they name; each is looked up once. */
final class ActionReading {

    private final Plans plans;
    private final PlanTemplates templates;
    private final NamedBodies bodies;
    private final Locale locale;
    private final Map<Optional<PartnershipId>, Map<String, Plans.Body>> members = new HashMap<>();

    ActionReading(Plans plans, PlanTemplates templates, Directory directory, Locale locale) {
        this.plans = plans;
        this.templates = templates;
        this.bodies = new NamedBodies(directory, locale);
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
            return bodies.find(typed, "owner", errors).map(Directory.Entry::id).orElse(null);
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
}
