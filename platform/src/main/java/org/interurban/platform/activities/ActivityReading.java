package org.interurban.platform.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.interurban.platform.activities.Activities.Larger;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.Directory.Match;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.Owner;
import org.interurban.platform.partnerships.PartnershipId;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.partnerships.Partnerships.Member;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.Shortened;
import org.interurban.platform.web.Perhaps;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.validation.Errors;

/** What forms of activities say, with the kinds and members that they name; each is looked up once. */
final class ActivityReading {

    private final KindsOfActivity kinds;
    private final Activities activities;
    private final Partnerships partnerships;
    private final Directory directory;
    private final Set<String> countries;
    private final MessageSource messages;
    private final Locale writer;
    private final LocalDate today;
    private final Map<OrganisationId, Directory.Entry> named;
    private final Map<PartnershipId, List<Member>> members = new HashMap<>();
    private final Map<String, Optional<KindOfActivity>> known = new HashMap<>();
    private final Map<String, Match> bodies = new HashMap<>();

    /**
     * @param countries codes of those that there are
     * @param writer the language of titles that are made
     * @param named those that take part in what is read against, as the forms named them
     */
    ActivityReading(
            KindsOfActivity kinds,
            Activities activities,
            Partnerships partnerships,
            Directory directory,
            Set<String> countries,
            MessageSource messages,
            Locale writer,
            LocalDate today,
            Map<OrganisationId, Directory.Entry> named) {
        this.kinds = kinds;
        this.activities = activities;
        this.partnerships = partnerships;
        this.directory = directory;
        this.countries = countries;
        this.messages = messages;
        this.writer = writer;
        this.today = today;
        this.named = named;
    }

    /** The kind that was chosen, where it can be; one that is not offered any more stays where it was. */
    @Nullable
    KindOfActivity kind(ActivityForm form, @Nullable Activity before) {
        return known.computeIfAbsent(Typed.text(form.type()), kinds::find)
                .filter(kind -> !kind.retired() || before != null && kind.code().equals(before.type()))
                .orElse(null);
    }

    /** @param code of a new one, once nothing is wrong with it */
    Optional<Activity> read(@Nullable Activity before, String code, ActivityForm form, Owner owner, Errors errors) {
        var kind = kind(form, before);
        form.check(errors, kind, today);
        var partnership = owner instanceof Owner.OfPartnership(var brief) ? brief : null;
        var all = partnership == null
                ? List.<Member>of()
                : members.computeIfAbsent(partnership.id(), id -> partnerships.members(id, writer));
        var hosts = before == null ? List.<OrganisationId>of() : before.hosts();
        var visitors = before == null ? List.<OrganisationId>of() : before.visitors();
        var host = city("host", form.host(), all, first(hosts), errors);
        var visitor = city("visitor", form.visitor(), all, first(visitors), errors);
        var furtherHosts = further("furtherHosts", form.furtherHosts(), hosts, errors);
        var furtherVisitors = further("furtherVisitors", form.furtherVisitors(), visitors, errors);
        var around = around(before, form, errors);
        if (kind == null || errors.hasErrors()) {
            return Optional.empty();
        }
        if (visitor == null && host != null && kind.hosted() && all.size() == 2 && furtherHosts.isEmpty()) {
            visitor = all.stream()
                    .map(Member::organisation)
                    .filter(city -> !city.equals(host))
                    .findFirst()
                    .orElse(null);
        }
        var receive = joined(host, furtherHosts);
        var come = joined(visitor, furtherVisitors);
        if (come.stream().anyMatch(receive::contains)) {
            errors.rejectValue(
                    receive.contains(visitor) ? "visitor" : "furtherVisitors", "activities.error.visits-itself");
            return Optional.empty();
        }
        return Optional.of(activity(form, kind, code, owner, receive, come, around, before));
    }

    private Around around(@Nullable Activity before, ActivityForm form, Errors errors) {
        var stood = before == null ? null : before.around().parent();
        var typed = Typed.text(form.parent());
        var stays = stood != null && stood.title().equals(typed);
        var found = typed.isEmpty() || stays ? List.<Larger>of() : activities.larger(typed);
        var parent = stays ? stood : found.size() == 1 ? found.getFirst().whole() : null;
        if (found.size() > 1) {
            errors.rejectValue(
                    "parent",
                    "activities.error.which-whole",
                    new Object[] {
                        typed, new Perhaps(found.stream().map(Larger::code).toList())
                    },
                    null);
        } else if (!typed.isEmpty() && parent == null) {
            errors.rejectValue("parent", "activities.error.no-whole", new Object[] {typed}, null);
        } else if (before != null && parent != null && activities.isWithin(parent.id(), before.id())) {
            errors.rejectValue("parent", "activities.error.within-itself");
        }
        var country = Typed.textOrNull(form.country());
        if (country != null && !countries.contains(country)) {
            errors.rejectValue("country", "activities.error.country");
        }
        return new Around(
                parent,
                Typed.textOrNull(form.place()),
                country,
                Typed.textOrNull(form.organiser()),
                Typed.lines(form.partners()),
                Around.count(Typed.text(form.count())),
                Typed.textOrNull(form.participants()));
    }

    private static @Nullable OrganisationId first(List<OrganisationId> bodies) {
        return bodies.isEmpty() ? null : bodies.getFirst();
    }

    private static List<OrganisationId> joined(@Nullable OrganisationId first, List<OrganisationId> further) {
        return Stream.concat(Stream.ofNullable(first), further.stream())
                .distinct()
                .toList();
    }

    /** Bodies of the directory, by what tells them from others; those that take part already by how they were named. */
    private List<OrganisationId> further(
            String field, @Nullable String typed, List<OrganisationId> before, Errors errors) {
        var found = new ArrayList<OrganisationId>();
        for (var line : Typed.lines(typed)) {
            var there = before.stream()
                    .filter(body -> named.containsKey(body)
                            && Objects.requireNonNull(named.get(body)).told().equals(line))
                    .findFirst();
            if (there.isPresent()) {
                found.add(there.get());
                continue;
            }
            switch (bodies.computeIfAbsent(line, name -> directory.findByName(name, writer))) {
                case Match.Known(var entry) -> found.add(entry.id());
                case Match.Likely(var entry, var name, var likeness) -> unsure(field, line, List.of(entry), errors);
                case Match.Several(var entries) -> unsure(field, line, entries, errors);
                case Match.None() -> errors.rejectValue(field, "activities.error.no-body", new Object[] {line}, null);
            }
        }
        return found;
    }

    private static void unsure(String field, String line, List<Directory.Entry> meant, Errors errors) {
        errors.rejectValue(
                field,
                "activities.error.which-body",
                new Object[] {
                    line, new Perhaps(meant.stream().map(Directory.Entry::told).toList())
                },
                null);
    }

    /** One of the members, by its code or name, any body of the directory where there are none, or the one that it is already. */
    private @Nullable OrganisationId city(
            String field, @Nullable String typed, List<Member> all, @Nullable OrganisationId before, Errors errors) {
        var name = Typed.text(typed);
        if (name.isEmpty()) {
            return null;
        }
        var stood = before == null ? null : named.get(before);
        if (stood != null && (name.equals(stood.code()) || name.equals(stood.told()))) {
            return before;
        }
        if (all.isEmpty()) {
            return further(field, name, List.of(), errors).stream().findFirst().orElse(null);
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
            Owner owner,
            List<OrganisationId> hosts,
            List<OrganisationId> visitors,
            Around around,
            @Nullable Activity before) {
        var title = form.title().text(before == null ? null : before.title());
        return new Activity(
                before == null ? ActivityId.next() : before.id(),
                code,
                before == null ? owner.programmeId() : before.programme(),
                before == null ? owner.partnershipId() : before.partnership(),
                kind.code(),
                title != null
                        ? title
                        : LocalizedText.of(
                                Shortened.to(Activity.TITLE_LENGTH, title(kind, names(hosts), names(visitors), owner)),
                                writer.getLanguage()),
                Party.of(hosts, visitors),
                form.period(),
                Coded.find(Mode.class, Typed.text(form.mode())).orElse(kind.online() ? Mode.ONLINE : null),
                ActivityState.of(
                        Coded.of(ActivityStatus.class, Typed.text(form.status())), ActivityState.Stopped.UNRECORDED),
                around,
                form.description().text(before == null ? null : before.description()),
                form.sites() == null
                        ? List.of()
                        : form.sites().stream().filter(Objects::nonNull).toList(),
                Boolean.TRUE.equals(form.published()),
                form.version() == null ? -1 : form.version());
    }

    private String names(List<OrganisationId> bodies) {
        return bodies.isEmpty() ? "" : String.join(", ", activities.names(bodies, writer));
    }

    private String title(KindOfActivity type, String hosts, String visitors, Owner owner) {
        var kind = type.name().in(writer);
        if (!hosts.isEmpty() && !visitors.isEmpty()) {
            return messages.getMessage("activities.title.visit", new Object[] {kind, visitors, hosts}, writer);
        }
        return owner.name().isEmpty()
                ? kind
                : messages.getMessage("activities.title.of", new Object[] {kind, owner.name()}, writer);
    }
}
