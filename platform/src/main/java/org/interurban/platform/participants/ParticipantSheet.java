package org.interurban.platform.participants;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.NamedBodies;
import org.interurban.platform.participants.Participation.Outcome;
import org.interurban.platform.programmes.Groups;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.sheets.SheetTarget.Match;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Who takes part in programmes, from any sheet; what each offers and seeks is a sheet of its own. */
@Component
record ParticipantSheet(
        Programmes programmes,
        Groups groups,
        Participants participants,
        Participation participation,
        Directory directory,
        Rights rights) {

    /** A participant with its programme. */
    record Part(Programme programme, Participant participant) {

        String code() {
            return code(programme, participant.organisationCode(), participant.cohort());
        }

        static String code(Programme programme, String organisation, String cohort) {
            return programme.code() + "/" + organisation + (cohort.isEmpty() ? "" : "/" + cohort);
        }
    }

    @Bean
    SheetForm<ProfileForm, Part> participantRows() {
        return new SheetForm<>(
                "participants", ProfileForm.class, "participants.field", "organisation", this::listed, Open::new);
    }

    /** Of the programme that is asked for, else of all. */
    private List<String> listed(ListQuery query) {
        return new Open(query.locale())
                .records().values().stream()
                        .filter(part -> query.filter("programme").isEmpty()
                                || query.filter("programme")
                                        .equals(part.programme().code()))
                        .map(Part::code)
                        .toList();
    }

    private final class Open implements Desk<ProfileForm, Part> {

        private final Locale locale;
        private final NamedPartners partners;
        private final Map<String, Optional<Programme>> found = new HashMap<>();
        private final NamedBodies bodies;
        private final Map<String, Map<String, String>> groupsOf = new HashMap<>();
        private final Map<String, Part> records;

        Open(Locale locale) {
            this.locale = locale;
            this.bodies = new NamedBodies(directory, locale);
            this.partners = new NamedPartners(bodies);
            var all = new LinkedHashMap<String, Part>();
            participants.workedOn(locale).forEach((programme, those) -> programme(programme)
                    .ifPresent(known -> those.stream()
                            .map(one -> new Part(known, one))
                            .forEach(part -> all.put(part.code(), part))));
            this.records = all;
        }

        @Override
        public Map<String, Part> records() {
            return records;
        }

        /** By its code or its name. */
        private Optional<Programme> programme(String typed) {
            return found.computeIfAbsent(typed, name -> programmes.seen(name).or(() -> programmes.all(locale).stream()
                    .filter(one ->
                            one.name().equalsIgnoreCase(name) || one.code().equalsIgnoreCase(name))
                    .findFirst()
                    .flatMap(one -> programmes.seen(one.code()))));
        }

        /** @param before the participant whose row it is; null of a new one */
        private Optional<Directory.Entry> body(@Nullable String typed, @Nullable Part before) {
            return switch (bodies.match(typed)) {
                case Directory.Match.Known(var entry) -> Optional.of(entry);
                case Directory.Match.Several(var entries) ->
                    entries.stream()
                            .filter(entry -> before != null
                                    && entry.id().equals(before.participant().organisation()))
                            .findFirst();
                case Directory.Match.Likely _, Directory.Match.None _ -> Optional.empty();
            };
        }

        /** A city takes part in a programme once in each cohort; without a word on it the last is meant. */
        @Override
        public Optional<Match> match(Map<String, String> values) {
            var programme = programme(Typed.text(values.get("programme")));
            var body = body(values.get("organisation"), null);
            if (programme.isEmpty() || body.isEmpty()) {
                return Optional.empty();
            }
            var cohort = values.get("cohort");
            return records.values().stream()
                    .filter(part -> part.programme().id().equals(programme.get().id())
                            && part.participant()
                                    .organisation()
                                    .equals(body.get().id())
                            && (cohort == null
                                    || cohort.equals(part.participant().cohort())))
                    .reduce((one, later) -> later)
                    .<Match>map(part -> new Match.Known(part.code()))
                    .or(() -> Optional.of(new Match.Unknown()));
        }

        private Map<String, String> groups(Programme programme) {
            return groupsOf.computeIfAbsent(programme.code(), code -> groups.names(programme.id(), locale));
        }

        @Override
        public ProfileForm filled(Part part) {
            var participant = part.participant();
            return ProfileForm.of(participant, List.of(), locale)
                    .in(
                            part.programme().code(),
                            participant.organisationName(),
                            participant.cohort(),
                            groups(part.programme()).getOrDefault(participant.group(), participant.group()));
        }

        @Override
        public ProfileForm blank(Map<String, String> values) {
            return ProfileForm.EMPTY;
        }

        @Override
        public String nextCode(ProfileForm form) {
            return Part.code(
                    programme(Typed.text(form.programme())).orElseThrow(),
                    body(form.organisation(), null).orElseThrow().code(),
                    Typed.text(form.cohort()));
        }

        @Override
        public Optional<Part> read(@Nullable Part before, String code, ProfileForm form, Errors errors) {
            var programme = before == null ? programme(Typed.text(form.programme())) : Optional.of(before.programme());
            var body = body(form.organisation(), before);
            if (programme.isEmpty()) {
                errors.rejectValue("programme", "participants.error.no-programme");
            }
            if (body.isEmpty()) {
                bodies.find(form.organisation(), "organisation", errors);
            }
            if (before != null && !isRowOf(before, form, body)) {
                errors.rejectValue("organisation", "participants.error.stays");
            }
            if (programme.isEmpty() || body.isEmpty() || errors.hasErrors()) {
                return Optional.empty();
            }
            var placed = form.inGroup(groups(programme.get()), errors);
            var participant = placed.toParticipant(
                    before == null ? Participant.added(programme.get(), body.get(), form) : before.participant(),
                    true,
                    partners,
                    errors);
            return errors.hasErrors() ? Optional.empty() : Optional.of(new Part(programme.get(), participant));
        }

        private boolean isRowOf(Part before, ProfileForm form, Optional<Directory.Entry> body) {
            return programme(Typed.text(form.programme()))
                            .filter(programme ->
                                    programme.id().equals(before.programme().id()))
                            .isPresent()
                    && body.filter(one -> one.id().equals(before.participant().organisation()))
                            .isPresent()
                    && Typed.text(form.cohort()).equals(before.participant().cohort());
        }

        @Override
        public boolean mayKeep(Part part) {
            return rights.may(
                    ProgrammePermission.PARTICIPANTS_EDIT, part.programme().id().scope());
        }

        @Override
        public void add(Part part) {
            var wanted = part.participant();
            participation.add(part.programme(), List.of(wanted.organisationCode()), wanted.group(), wanted.cohort());
            var now = now(part);
            participation.keepProfile(part.programme(), wanted.as(now), lines(now), seen(now));
        }

        private Participant now(Part part) {
            return participants
                    .find(part.programme().id(), part.participant().organisationCode(), locale)
                    .orElseThrow();
        }

        private List<Row<ProfileLineId, ProfileLine>> lines(Participant participant) {
            return participants.lines(participant.id()).entrySet().stream()
                    .map(line -> new Row<>(line.getKey(), line.getValue()))
                    .toList();
        }

        private SeenRows seen(Participant participant) {
            return SeenRows.of(participants.lines(participant.id()));
        }

        @Override
        public boolean change(Part before, Part wanted) {
            var participant = wanted.participant();
            return participation.keepProfile(wanted.programme(), participant, lines(participant), seen(participant))
                    instanceof Outcome.Kept;
        }

        @Override
        public void remove(Part part) {
            participation.remove(part.programme(), List.of(part.participant().organisationCode()));
        }
    }
}
