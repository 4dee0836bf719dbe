package org.interurban.platform.participants;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.participants.Participants.KeptLine;
import org.interurban.platform.participants.ProfileLine.Kind;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Decimals;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.taxonomy.Topics;
import org.interurban.platform.web.ByLine;
import org.interurban.platform.web.Chosen;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a participant offers and seeks, and how it can take part, as people fill it in.
 *
 * @param programme code of the one in which it takes part; nothing where the page knows it
 * @param organisation code of the body; nothing where the page knows it
 * @param cohort nothing where the page knows it
 */
record ProfileForm(
        @Nullable String programme,
        @Nullable String organisation,

        @Size(max = Participant.COHORT_LENGTH, message = "{components.words.too-long}") @Nullable
        String cohort,

        @Chosen(
                value = Standing.class,
                words = "participants.standing",
                needed = false,
                message = "{participants.error.standing}")
        @Nullable
        String standing,

        @Nullable String group,
        @Nullable String capacityMin,
        @Nullable String capacityMax,

        @Size(max = 200, message = "{components.words.too-long}") @Nullable
        String languages,

        @Nullable String staffDays,
        @Nullable Boolean firstTimer,

        @Chosen(value = Setting.class, words = "participants.setting", message = "{participants.error.setting}")
        @Nullable
        List<String> setting,

        @ByLine(max = Preferences.TOLD_LENGTH) @Nullable String wishes,

        @ByLine(max = Preferences.TOLD_LENGTH) @Nullable String excluded,

        @Nullable List<LineForm> lines,
        @Nullable String seen,
        @Nullable Integer version) {

    static final ProfileForm EMPTY = new ProfileForm(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, 0);

    public List<LineForm> given() {
        return lines == null ? List.of() : lines;
    }

    ProfileForm with(List<LineForm> others) {
        return new ProfileForm(
                programme,
                organisation,
                cohort,
                standing,
                group,
                capacityMin,
                capacityMax,
                languages,
                staffDays,
                firstTimer,
                setting,
                wishes,
                excluded,
                others,
                seen,
                version);
    }

    /** Where rows of a sheet name it. */
    ProfileForm in(String inProgramme, String ofOrganisation, String inCohort, String inGroup) {
        return new ProfileForm(
                inProgramme,
                ofOrganisation,
                inCohort,
                standing,
                inGroup,
                capacityMin,
                capacityMax,
                languages,
                staffDays,
                firstTimer,
                setting,
                wishes,
                excluded,
                lines,
                seen,
                version);
    }

    /** With the code of its group, which may be named. @param groups names by code */
    ProfileForm inGroup(Map<String, String> groups, Errors errors) {
        var named = groups.entrySet().stream()
                .filter(one ->
                        one.getKey().equals(text(group)) || one.getValue().equalsIgnoreCase(text(group)))
                .map(Map.Entry::getKey)
                .findFirst();
        if (named.isEmpty() && !text(group).isEmpty()) {
            errors.rejectValue("group", "programmes.error.group");
        }
        return in(text(programme), text(organisation), text(cohort), named.orElse(""));
    }

    List<String> settings() {
        return setting == null ? List.of() : setting;
    }

    /** What is on record of the participant. */
    static ProfileForm of(Participant participant, List<KeptLine> kept, Locale reader) {
        var preferences = participant.preferences();
        return new ProfileForm(
                null,
                null,
                null,
                participant.standing().code(),
                participant.group(),
                Integer.toString(participant.capacityMin()),
                Integer.toString(participant.capacityMax()),
                LanguageNames.names(participant.languages(), reader),
                participant.staffDays() == null ? "" : participant.staffDays().toPlainString(),
                participant.firstTimer(),
                preferences.setting().stream().map(Setting::code).toList(),
                preferences.wishes().stream().map(Preferences.Body::told).collect(Collectors.joining("\n")),
                Stream.concat(
                                preferences.excluded().stream().map(Preferences.Body::told),
                                preferences.excludedCountries().stream()
                                        .map(country -> NamedPartners.country(country, reader)))
                        .collect(Collectors.joining("\n")),
                kept.stream()
                        .map(one -> LineForm.of(one.id(), one.line(), one.topicName()))
                        .toList(),
                SeenRows.of(kept.stream().collect(Collectors.toMap(KeptLine::id, KeptLine::line)))
                        .toString(),
                participant.version());
    }

    /** @param groups the codes of those of its programme */
    void checkGroup(Collection<String> groups, Errors errors) {
        if (!text(group).isEmpty() && !groups.contains(text(group))) {
            errors.rejectValue("group", "programmes.error.group");
        }
    }

    /**
     * The participant as it is to be; as it was where something is wrong.
     *
     * @param places whether whoever fills it in decides on its group and with how many partners it is paired
     */
    Participant toParticipant(Participant participant, boolean places, NamedPartners partners, Errors errors) {
        var least = places ? number(capacityMin, "capacityMin", 0, errors) : participant.capacityMin();
        var most = places ? number(capacityMax, "capacityMax", 1, errors) : participant.capacityMax();
        if (least > most) {
            errors.rejectValue("capacityMin", "programmes.error.capacity-order");
        } else if (most < 1 || most > Participant.MOST_PARTNERS || least < 0) {
            errors.rejectValue("capacityMax", "programmes.error.capacity");
        }
        var unknown = new ArrayList<String>();
        var tags = LanguageNames.tags(text(languages), unknown);
        if (!unknown.isEmpty()) {
            errors.rejectValue(
                    "languages", "participants.error.languages", new Object[] {String.join(", ", unknown)}, null);
        }
        @Nullable BigDecimal days = null;
        if (!text(staffDays).isEmpty()) {
            try {
                days = Decimals.parse(text(staffDays).replace(',', '.'));
                if (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(31)) > 0) {
                    errors.rejectValue("staffDays", "programmes.error.staff-days");
                }
            } catch (NumberFormatException notANumber) {
                errors.rejectValue("staffDays", "programmes.error.staff-days");
            }
        }
        var preferences = partners.read(this, participant, errors);
        if (errors.hasErrors()) {
            return participant;
        }
        return new Participant(
                participant.id(),
                participant.programme(),
                participant.organisation(),
                participant.organisationCode(),
                participant.organisationName(),
                places ? text(group) : participant.group(),
                participant.cohort(),
                places && !text(standing).isEmpty() ? Coded.of(Standing.class, text(standing)) : participant.standing(),
                least,
                most,
                tags,
                days,
                firstTimer,
                preferences,
                version == null ? -1 : version);
    }

    /**
     * The lines to keep; a line without words of its own takes those of its topic.
     *
     * @param offered names of the topics that could be chosen
     */
    List<Row<ProfileLineId, ProfileLine>> toLines(Topics topics, Collection<String> offered, Errors errors) {
        var wanted = new ArrayList<Row<ProfileLineId, ProfileLine>>();
        for (int i = 0; i < given().size(); i++) {
            var line = given().get(i);
            if (line.isEmpty()) {
                continue;
            }
            var field = "lines[" + i + "].";
            var kind = Coded.find(Kind.class, text(line.kind())).orElse(Kind.INTEREST);
            var topic = text(line.topic()).isEmpty()
                    ? null
                    : topics.chosen(text(line.topic()), offered).orElse(null);
            var statement = text(line.statement());
            if (statement.isEmpty() && topic != null) {
                statement = topic.label();
            }
            var grade = text(line.grade());
            if (kind != Kind.INTEREST && !grade.matches("[1-3]?")) {
                errors.rejectValue(field + "grade", "programmes.error.grade");
            } else if (statement.isEmpty() || statement.length() > ProfileLine.STATEMENT_LENGTH) {
                errors.rejectValue(field + "statement", "programmes.error.statement");
            } else {
                wanted.add(new Row<>(
                        line.key(),
                        ProfileLine.of(
                                kind,
                                topic == null ? null : topic.id(),
                                statement,
                                kind == Kind.INTEREST || grade.isEmpty() ? null : Integer.valueOf(grade),
                                textOrNull(line.evidence()))));
            }
        }
        return wanted;
    }

    private static int number(@Nullable String given, String field, int usual, Errors errors) {
        if (text(given).isEmpty()) {
            return usual;
        }
        try {
            return Integer.parseInt(text(given));
        } catch (NumberFormatException notANumber) {
            errors.rejectValue(field, "programmes.error.capacity");
            return usual;
        }
    }

    /** @param id empty for a line that is new */
    record LineForm(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String topic,

            @Size(max = ProfileLine.STATEMENT_LENGTH) @Nullable
            String statement,

            @Nullable String grade,

            @Size(max = ProfileLine.STATEMENT_LENGTH) @Nullable
            String evidence) {

        /** A new one, of a middle grade where it has one. */
        static LineForm empty(Kind kind) {
            return new LineForm("", kind.code(), "", "", kind == Kind.INTEREST ? "" : "2", "");
        }

        static LineForm of(@Nullable ProfileLineId id, ProfileLine line, @Nullable String topic) {
            return new LineForm(
                    id == null ? "" : id.value().toString(),
                    line.kind().code(),
                    topic,
                    line.statement(),
                    line.grade() == null ? "" : line.grade().toString(),
                    line.evidence());
        }

        private @Nullable ProfileLineId key() {
            try {
                return text(id).isEmpty() ? null : new ProfileLineId(UUID.fromString(text(id)));
            } catch (IllegalArgumentException none) {
                return null;
            }
        }

        boolean isEmpty() {
            return text(topic).isEmpty()
                    && text(statement).isEmpty()
                    && text(evidence).isEmpty();
        }
    }
}
