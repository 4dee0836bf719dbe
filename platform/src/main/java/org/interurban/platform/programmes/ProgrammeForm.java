package org.interurban.platform.programmes;

import static org.interurban.platform.web.Typed.lines;
import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What the secretariat fills in about a programme; the parts that are lists stand one on a line. */
record ProgrammeForm(
        @NotBlank(message = "{programmes.error.code-needed}")
        @Pattern(regexp = Programme.CODE + "|\\s*", message = "{programmes.error.code}")
        @Nullable
        String code,

        @NotBlank(message = "{programmes.error.name-needed}")
        @Size(max = Programme.NAME_LENGTH, message = "{programmes.error.too-long}")
        @Nullable
        String name,

        @Size(max = Programme.NAME_LENGTH, message = "{programmes.error.too-long}") @Nullable
        String nameKo,

        @Size(max = 40, message = "{programmes.error.too-long}") @Nullable
        String abbreviation,

        @Nullable String kind,
        @Nullable String parent,
        @Nullable String start,
        @Nullable String end,
        @Nullable String scope,
        @Nullable List<String> forms,

        @Size(max = 4000, message = "{programmes.error.too-long}") @Nullable
        String description,

        @Size(max = 4000, message = "{programmes.error.too-long}") @Nullable
        String descriptionKo,

        @Nullable String funders,
        @Nullable String managing,
        @Nullable String implementing,
        @Nullable String supporting,
        @Nullable String themes,
        @Nullable String objectives,
        @Nullable Boolean published,
        @Nullable Integer version) {

    static ProgrammeForm empty() {
        return new ProgrammeForm(
                null,
                null,
                null,
                null,
                ProgrammeKind.CITY_TO_CITY_COOPERATION.code(),
                null,
                null,
                null,
                null,
                List.of(CooperationForm.PAIR.code()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                0);
    }

    static ProgrammeForm of(Programme programme, ProgrammeParts parts) {
        return new ProgrammeForm(
                programme.code(),
                programme.name(),
                programme.nameKo(),
                programme.abbreviation(),
                programme.kind().code(),
                programme.parent(),
                programme.start().code(),
                programme.end().code(),
                String.join("\n", programme.scope()),
                programme.forms(),
                programme.description(),
                programme.descriptionKo(),
                String.join("\n", parts.bodies(programme.id(), BodyRole.FUNDER)),
                String.join("\n", parts.bodies(programme.id(), BodyRole.MANAGING)),
                String.join("\n", parts.bodies(programme.id(), BodyRole.IMPLEMENTING)),
                String.join("\n", parts.bodies(programme.id(), BodyRole.SUPPORTING)),
                String.join("\n", parts.themes(programme.id())),
                String.join("\n", parts.objectives(programme.id())),
                programme.published(),
                programme.version());
    }

    /** Finds what a single field cannot know of itself. */
    void check(Errors errors) {
        var begins = date(start, "start", errors);
        var ends = date(end, "end", errors);
        if (begins.from() != null && ends.to() != null && begins.from().isAfter(ends.to())) {
            errors.rejectValue("end", "programmes.error.ends-before");
        }
        if (kind == null || !Coded.codes(ProgrammeKind.class).contains(kind)) {
            errors.rejectValue("kind", "programmes.error.kind");
        }
        for (var theme : lines(themes)) {
            if (theme.length() > 300) {
                errors.rejectValue("themes", "programmes.error.too-long");
                break;
            }
        }
    }

    private static PartialPeriod date(@Nullable String given, String field, Errors errors) {
        try {
            return period(given);
        } catch (DateTimeException | IllegalArgumentException notADate) {
            errors.rejectValue(field, "programmes.error.date");
            return PartialPeriod.UNKNOWN;
        }
    }

    private static PartialPeriod period(@Nullable String given) {
        return PartialPeriod.parse(given == null ? "" : given, "", null);
    }

    Programme toProgramme(ProgrammeId id) {
        return new Programme(
                id,
                text(code),
                text(name),
                textOrNull(nameKo),
                textOrNull(abbreviation),
                ProgrammeKind.valueOf(text(kind).toUpperCase(Locale.ROOT).replace('-', '_')),
                textOrNull(parent),
                period(start),
                period(end),
                lines(scope),
                forms == null
                        ? List.of()
                        : forms.stream()
                                .filter(Coded.codes(CooperationForm.class)::contains)
                                .toList(),
                textOrNull(description),
                textOrNull(descriptionKo),
                Boolean.TRUE.equals(published),
                version == null ? -1 : version);
    }
}
