package org.interurban.platform.partnerships;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.NamedBodies;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.partnerships.KeepPartnership.Outcome;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.sheets.SheetTarget.Match;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Partnerships with their members, from any sheet; for those who may make them in their programmes. */
@Component
record PartnershipSheet(
        Partnerships partnerships,
        PartnershipLists lists,
        KeepPartnership keep,
        Programmes programmes,
        Topics topics,
        Directory directory,
        Rights rights) {

    /** @param members who belong to it now, by side */
    record Bond(Partnership partnership, List<Directory.Entry> members) {

        Bond {
            members = List.copyOf(members);
        }

        Set<OrganisationId> ids() {
            return members.stream().map(Directory.Entry::id).collect(Collectors.toSet());
        }
    }

    @Bean
    SheetForm<PartnershipRow, Bond> partnershipRows() {
        return new SheetForm<>(
                "partnerships", PartnershipRow.class, "partnerships.field", "name", this::listed, Open::new);
    }

    private List<String> listed(ListQuery query) {
        return Lists.all(query, lists::list).stream()
                .map(PartnershipLists.Line::code)
                .toList();
    }

    private final class Open implements Desk<PartnershipRow, Bond> {

        private final NamedBodies bodies;
        private final List<Programmes.Brief> frames;
        private final Map<String, Map<String, String>> choices;
        private final Map<String, Bond> records = new LinkedHashMap<>();

        Open(Locale locale) {
            this.bodies = new NamedBodies(directory, locale);
            this.frames = programmes.all(locale);
            this.choices = Map.of("topic", topics.named(locale));
            var members = partnerships.membersOfAll(locale);
            partnerships
                    .all()
                    .forEach(one -> records.put(one.code(), new Bond(one, members.getOrDefault(one.id(), List.of()))));
        }

        @Override
        public Map<String, Bond> records() {
            return records;
        }

        @Override
        public Map<String, Map<String, String>> choices() {
            return choices;
        }

        private Optional<Programmes.Brief> programme(@Nullable String typed) {
            var name = Typed.text(typed);
            return frames.stream()
                    .filter(one ->
                            one.code().equalsIgnoreCase(name) || one.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        /** A programme binds the same members once, whatever the partnership is called. */
        @Override
        public Optional<Match> match(Map<String, String> values) {
            var programme = programme(values.get("programme"));
            var names = Typed.lines(values.get("members"));
            var named = names.stream()
                    .map(bodies::match)
                    .flatMap(match ->
                            match instanceof Directory.Match.Known(var entry) ? Stream.of(entry.id()) : Stream.of())
                    .collect(Collectors.toSet());
            return programme.isEmpty() || named.isEmpty() || named.size() < names.size()
                    ? Optional.empty()
                    : Optional.of(records.values().stream()
                            .filter(bond -> bond.partnership()
                                            .programme()
                                            .equals(programme.get().id())
                                    && bond.ids().equals(named))
                            .findFirst()
                            .<Match>map(
                                    bond -> new Match.Known(bond.partnership().code()))
                            .orElseGet(Match.Unknown::new));
        }

        @Override
        public PartnershipRow filled(Bond bond) {
            return PartnershipRow.of(bond.partnership(), bond.members());
        }

        @Override
        public PartnershipRow blank(Map<String, String> values) {
            return PartnershipRow.blank();
        }

        /** Known once it is made, since it says the members. */
        @Override
        public String nextCode(PartnershipRow form) {
            return "";
        }

        @Override
        public Optional<Bond> read(@Nullable Bond before, String code, PartnershipRow form, Errors errors) {
            var programme = programme(form.programme());
            if (programme.isEmpty()) {
                errors.rejectValue("programme", "partnerships.error.no-programme");
            } else if (before != null
                    && !programme.get().id().equals(before.partnership().programme())) {
                errors.rejectValue("programme", "partnerships.error.programme-stays");
            }
            var members = members(before, form, errors);
            if (members.stream().map(Directory.Entry::id).distinct().count() < 2 && !errors.hasFieldErrors("members")) {
                errors.rejectValue("members", "partnerships.error.two-needed");
            }
            if (errors.hasErrors() || programme.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Bond(
                    before == null ? form.added(code, programme.get(), members) : form.changed(before.partnership()),
                    members));
        }

        private List<Directory.Entry> members(@Nullable Bond before, PartnershipRow form, Errors errors) {
            var members = new LinkedHashMap<OrganisationId, Directory.Entry>();
            for (var name : Typed.lines(form.members())) {
                var there = before == null
                        ? Optional.<Directory.Entry>empty()
                        : before.members().stream()
                                .filter(one -> one.named().equals(name))
                                .findFirst();
                there.or(() -> bodies.find(name, "members", errors))
                        .ifPresent(member -> members.putIfAbsent(member.id(), member));
            }
            return new ArrayList<>(members.values());
        }

        @Override
        public boolean mayKeep(Bond bond) {
            return rights.may(
                    PartnershipPermission.PAIRING_PUBLISH,
                    bond.partnership().programme().scope());
        }

        @Override
        public void add(Bond bond) {
            added(bond, "");
        }

        @Override
        public String added(Bond bond, String none) {
            var wanted = bond.partnership();
            var code = partnerships
                    .create(
                            wanted.programme(),
                            List.of(new Partnerships.Wanted(
                                    bond.members().stream()
                                            .map(Directory.Entry::id)
                                            .toList(),
                                    topic(wanted),
                                    null,
                                    wanted.coordinator(),
                                    PartialPeriod.UNKNOWN,
                                    PartialPeriod.UNKNOWN,
                                    null)))
                    .getFirst();
            var made = partnerships.find(code).orElseThrow();
            keep.change(made, wanted.as(made), topic(wanted), "", false);
            return code;
        }

        private @Nullable TopicId topic(Partnership partnership) {
            return partnership.topic() == null
                    ? null
                    : topics.find(partnership.topic()).map(Topics.Topic::id).orElse(null);
        }

        @Override
        public boolean change(Bond before, Bond wanted) {
            var partnership = wanted.partnership();
            if (!(keep.change(before.partnership(), partnership, topic(partnership), "", false)
                    instanceof Outcome.Kept)) {
                return false;
            }
            wanted.members().stream()
                    .filter(member -> !before.ids().contains(member.id()))
                    .forEach(member -> keep.join(partnership, member.id(), member.code()));
            before.members().stream()
                    .filter(member -> !wanted.ids().contains(member.id()))
                    .forEach(member -> keep.leave(partnership, member.id(), member.code()));
            return true;
        }

        @Override
        public void remove(Bond bond) {
            keep.takeBack(bond.partnership());
        }
    }
}
