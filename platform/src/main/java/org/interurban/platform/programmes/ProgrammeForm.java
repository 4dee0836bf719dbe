package org.interurban.platform.programmes;

import static org.interurban.platform.web.Typed.lines;
import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.interurban.platform.programmes.ProgrammeParts.Part;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What the secretariat fills in about a programme; the parts that are lists stand one on a line.
 *
 * @param code made of the abbreviation or the name where it is left empty
 * @param taxonomy the code of a list, {@link #OWN} of one that its themes make, empty of the usual one
 * @param seen what stood in each of these lists when the form was opened, by the name of its field
 */
record ProgrammeForm(
        @Pattern(regexp = Programme.CODE + "|\\s*", message = "{programmes.error.code}")
        @Size(max = 80, message = "{programmes.error.too-long}")
        @Nullable
        String code,

        @Worded(max = Programme.NAME_LENGTH, needed = true, message = "{programmes.error.name-needed}")
        Words name,

        @Size(max = 40, message = "{programmes.error.too-long}") @Nullable
        String abbreviation,

        @Nullable String kind,
        @Nullable String parent,
        TypedDate start,
        TypedDate end,
        @Nullable String scope,
        @Nullable List<String> forms,
        @Nullable String taxonomy,

        @Worded(max = Programme.DESCRIPTION_LENGTH) Words description,

        @Nullable String funders,
        @Nullable String managing,
        @Nullable String implementing,
        @Nullable String supporting,
        @Nullable String themes,
        @Nullable String objectives,
        @Nullable Boolean published,
        Map<String, String> seen,
        @Nullable Integer version) {

    static final String OWN = "*";

    ProgrammeForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
        description = Objects.requireNonNullElse(description, Words.NONE);
        start = Objects.requireNonNullElse(start, TypedDate.NONE);
        end = Objects.requireNonNullElse(end, TypedDate.NONE);
        seen = new TreeMap<>(Objects.requireNonNullElse(seen, Map.of()));
    }

    static ProgrammeForm empty(boolean published) {
        return new ProgrammeForm(
                null,
                Words.NONE,
                null,
                ProgrammeKind.CITY_TO_CITY_COOPERATION.code(),
                null,
                TypedDate.NONE,
                TypedDate.NONE,
                null,
                List.of(CooperationForm.PAIR.code()),
                OWN,
                Words.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                published,
                Map.of(),
                0);
    }

    static ProgrammeForm of(Programme programme, ProgrammeParts parts) {
        var shown = new EnumMap<Part, String>(Part.class);
        var seen = new TreeMap<String, String>();
        for (var part : Part.values()) {
            var rows = parts.rows(programme.id(), part);
            shown.put(part, TypedLines.text(rows));
            seen.put(part.field(), SeenRows.of(rows).toString());
        }
        return new ProgrammeForm(
                programme.code(),
                Words.of(programme.name()),
                programme.abbreviation(),
                programme.kind().code(),
                programme.parent(),
                TypedDate.of(programme.start()),
                TypedDate.of(programme.end()),
                String.join("\n", programme.scope()),
                programme.forms(),
                programme.taxonomy(),
                Words.of(programme.description()),
                shown.get(Part.FUNDERS),
                shown.get(Part.MANAGING),
                shown.get(Part.IMPLEMENTING),
                shown.get(Part.SUPPORTING),
                shown.get(Part.THEMES),
                shown.get(Part.OBJECTIVES),
                programme.published(),
                seen,
                programme.version());
    }

    Map<Part, @Nullable String> lists() {
        var lists = new EnumMap<Part, @Nullable String>(Part.class);
        lists.put(Part.FUNDERS, funders);
        lists.put(Part.MANAGING, managing);
        lists.put(Part.IMPLEMENTING, implementing);
        lists.put(Part.SUPPORTING, supporting);
        lists.put(Part.THEMES, themes);
        lists.put(Part.OBJECTIVES, objectives);
        return lists;
    }

    ProgrammeForm with(Map<Part, String> lists) {
        return new ProgrammeForm(
                code,
                name,
                abbreviation,
                kind,
                parent,
                start,
                end,
                scope,
                forms,
                taxonomy,
                description,
                lists.get(Part.FUNDERS),
                lists.get(Part.MANAGING),
                lists.get(Part.IMPLEMENTING),
                lists.get(Part.SUPPORTING),
                lists.get(Part.THEMES),
                lists.get(Part.OBJECTIVES),
                published,
                seen,
                version);
    }

    /**
     * Finds what a single field cannot know of itself.
     *
     * @param taxonomies the codes of those that can be chosen
     */
    void check(Errors errors, Collection<String> taxonomies) {
        if (!text(taxonomy).isEmpty() && !speaksInOwn() && !taxonomies.contains(text(taxonomy))) {
            errors.rejectValue("taxonomy", "programmes.error.taxonomy");
        }
        TypedDate.checkEach(start, end, "start", "end", errors);
        Typed.choice(ProgrammeKind.class, kind, "kind", "programmes.error.kind", errors);
        for (var theme : lines(themes)) {
            if (theme.length() > 300) {
                errors.rejectValue("themes", "programmes.error.too-long");
                break;
            }
        }
    }

    boolean speaksInOwn() {
        return OWN.equals(text(taxonomy));
    }

    /** What a code is made of where none was typed. */
    String called() {
        return text(abbreviation).isEmpty() ? text(name.original()) : text(abbreviation);
    }

    /** @param before what the change was made from; null where the programme is new */
    Programme toProgramme(ProgrammeId id, String code, @Nullable Programme before) {
        return new Programme(
                id,
                code,
                Objects.requireNonNull(name.text(before == null ? null : before.name())),
                textOrNull(abbreviation),
                ProgrammeKind.valueOf(text(kind).toUpperCase(Locale.ROOT).replace('-', '_')),
                textOrNull(parent),
                start.when(),
                end.when(),
                lines(scope),
                forms == null
                        ? List.of()
                        : forms.stream()
                                .filter(Coded.codes(CooperationForm.class)::contains)
                                .toList(),
                speaksInOwn() ? null : textOrNull(taxonomy),
                description.text(before == null ? null : before.description()),
                Boolean.TRUE.equals(published),
                version == null ? -1 : version);
    }
}
