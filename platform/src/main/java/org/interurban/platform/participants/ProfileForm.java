package org.interurban.platform.participants;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interurban.platform.participants.Participants.KeptLine;
import org.interurban.platform.participants.ProfileLine.Kind;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Decimals;
import org.interurban.platform.shared.MergedRows.Row;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.taxonomy.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a participant offers and seeks, and how it can take part, as people fill it in. */
record ProfileForm(
        @Nullable String group,
        @Nullable String capacityMin,
        @Nullable String capacityMax,

        @Size(max = 200, message = "{components.words.too-long}") @Nullable
        String languages,

        @Nullable String staffDays,
        @Nullable String firstTimer,
        @Nullable List<LineForm> lines,
        @Nullable String seen,
        @Nullable Integer version) {

    public List<LineForm> given() {
        return lines == null ? List.of() : lines;
    }

    ProfileForm with(List<LineForm> others) {
        return new ProfileForm(
                group, capacityMin, capacityMax, languages, staffDays, firstTimer, others, seen, version);
    }

    /** What is on record of the participant. */
    static ProfileForm of(Participant participant, List<KeptLine> kept, Locale reader) {
        return new ProfileForm(
                participant.group(),
                Integer.toString(participant.capacityMin()),
                Integer.toString(participant.capacityMax()),
                LanguageNames.names(participant.languages(), reader),
                participant.staffDays() == null ? "" : participant.staffDays().toPlainString(),
                participant.firstTimer() == null ? "" : participant.firstTimer() ? "yes" : "no",
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
    Participant toParticipant(Participant participant, boolean places, Errors errors) {
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
                least,
                most,
                tags,
                days,
                switch (text(firstTimer)) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> null;
                },
                version == null ? -1 : version);
    }

    /** The lines to keep; a line without words of its own takes those of its topic. */
    List<Row<ProfileLineId, ProfileLine>> toLines(Topics topics, Errors errors) {
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
                    : topics.find(text(line.topic())).orElse(null);
            var statement = text(line.statement());
            if (statement.isEmpty() && topic != null) {
                statement = topic.label();
            }
            var grade = text(line.grade());
            if (kind != Kind.INTEREST && !grade.matches("[1-3]")) {
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
                                kind == Kind.INTEREST ? null : Integer.valueOf(grade),
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
