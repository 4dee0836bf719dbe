package org.interurban.platform.activities;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.partnerships.Partnerships.Brief;
import org.interurban.platform.partnerships.Partnerships.Member;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.validation.Errors;

/** What forms of activities say, with the kinds and members that they name; each is looked up once. */
final class ActivityReading {

    private final KindsOfActivity kinds;
    private final Activities activities;
    private final Partnerships partnerships;
    private final MessageSource messages;
    private final Map<PartnershipId, List<Member>> members = new HashMap<>();
    private final Map<String, Optional<KindOfActivity>> known = new HashMap<>();
    private @Nullable Map<OrganisationId, String> cityCodes;

    ActivityReading(KindsOfActivity kinds, Activities activities, Partnerships partnerships, MessageSource messages) {
        this.kinds = kinds;
        this.activities = activities;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    /** The kind that was chosen, where it can be; one that is not offered any more stays where it was. */
    @Nullable
    KindOfActivity kind(ActivityForm form, @Nullable Activity before) {
        return known.computeIfAbsent(Typed.text(form.type()), kinds::find)
                .filter(kind -> !kind.retired() || before != null && kind.code().equals(before.type()))
                .orElse(null);
    }

    @Nullable
    String codeOf(@Nullable OrganisationId city) {
        if (city == null) {
            return null;
        }
        var codes = cityCodes;
        if (codes == null) {
            codes = activities.cityCodes();
            cityCodes = codes;
        }
        return codes.get(city);
    }

    /** @param code of a new one, once nothing is wrong with it */
    Optional<Activity> read(
            @Nullable Activity before, String code, ActivityForm form, @Nullable Brief partnership, Errors errors) {
        var kind = kind(form, before);
        form.check(errors, kind);
        var all = partnership == null
                ? List.<Member>of()
                : members.computeIfAbsent(partnership.id(), id -> partnerships.members(id, Locale.ENGLISH));
        var stays = before != null && partnership == null;
        var host = city("host", form.host(), all, before == null ? null : before.host(), stays, errors);
        var visitor = city("visitor", form.visitor(), all, before == null ? null : before.visitor(), stays, errors);
        if (kind == null || errors.hasErrors()) {
            return Optional.empty();
        }
        if (visitor == null && host != null && kind.hosted() && all.size() == 2) {
            visitor = all.stream()
                    .map(Member::organisation)
                    .filter(city -> !city.equals(host))
                    .findFirst()
                    .orElse(null);
        }
        if (host != null && host.equals(visitor)) {
            errors.rejectValue("visitor", "activities.error.visits-itself");
            return Optional.empty();
        }
        var programme = before != null ? before.programme() : partnership == null ? null : partnership.programme();
        return Optional.of(activity(form, kind, code, programme, partnership, all, host, visitor, before));
    }

    /** One of the members, by its code or name; or the city that it is already, which nothing typed leaves where nothing can be chosen. */
    private @Nullable OrganisationId city(
            String field,
            @Nullable String typed,
            List<Member> all,
            @Nullable OrganisationId before,
            boolean stays,
            Errors errors) {
        var name = Typed.text(typed);
        if (name.isEmpty()) {
            return stays ? before : null;
        }
        if (name.equals(codeOf(before))) {
            return before;
        }
        var found = all.stream()
                .filter(member -> member.code().equals(name)
                        || member.name().equalsIgnoreCase(name)
                        || name.equalsIgnoreCase(member.localName()))
                .map(Member::organisation)
                .findFirst();
        if (found.isEmpty()) {
            errors.rejectValue(field, "activities.error.no-member", new Object[] {name}, null);
        }
        return found.orElse(null);
    }

    private Activity activity(
            ActivityForm form,
            KindOfActivity kind,
            String code,
            @Nullable ProgrammeId programme,
            @Nullable Brief partnership,
            List<Member> all,
            @Nullable OrganisationId host,
            @Nullable OrganisationId visitor,
            @Nullable Activity before) {
        var title = form.title().text(before == null ? null : before.title());
        return new Activity(
                before == null ? ActivityId.next() : before.id(),
                code,
                programme,
                partnership == null ? null : partnership.id(),
                kind.code(),
                title != null
                        ? title
                        : LocalizedText.of(
                                Shortened.to(
                                        Activity.TITLE_LENGTH,
                                        title(kind, name(all, host), name(all, visitor), partnership)),
                                Locale.ENGLISH.getLanguage()),
                host,
                visitor,
                form.period(),
                Coded.find(Mode.class, Typed.text(form.mode())).orElse(kind.online() ? Mode.ONLINE : null),
                Coded.of(ActivityStatus.class, Typed.text(form.status())),
                form.description().text(before == null ? null : before.description()),
                form.sites() == null
                        ? List.of()
                        : form.sites().stream().filter(Objects::nonNull).toList(),
                Boolean.TRUE.equals(form.published()),
                form.version() == null ? -1 : form.version());
    }

    private static @Nullable String name(List<Member> members, @Nullable OrganisationId city) {
        return members.stream()
                .filter(member -> member.organisation().equals(city))
                .map(Member::name)
                .findFirst()
                .orElse(null);
    }

    private String title(
            KindOfActivity type, @Nullable String host, @Nullable String visitor, @Nullable Brief partnership) {
        var kind = type.name().in(Locale.ENGLISH);
        if (host != null && visitor != null) {
            return messages.getMessage("activities.title.visit", new Object[] {kind, visitor, host}, Locale.ENGLISH);
        }
        return partnership == null
                ? kind
                : messages.getMessage("activities.title.of", new Object[] {kind, partnership.name()}, Locale.ENGLISH);
    }
}
