package org.interurban.platform.programmes;

import static org.interurban.platform.web.Typed.lines;
import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.interurban.platform.programmes.ProgrammeParts.Part;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.NumberReading;
import org.interurban.platform.shared.SeenRows;
import org.interurban.platform.shared.TypedLines;
import org.interurban.platform.shared.WebAddress;
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
 * @param doubted names of bodies of which it was asked who is meant
 * @param meant the answers, by the same keys
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
        @Nullable String predecessor,
        TypedDate start,
        TypedDate end,
        @Nullable String scope,
        @Nullable List<String> forms,
        @Nullable String taxonomy,

        @Worded(max = Programme.DESCRIPTION_LENGTH) Words description,

        @Nullable String funders,
        @Nullable String initiating,
        @Nullable String managing,
        @Nullable String implementing,
        @Nullable String supporting,
        @Nullable String themes,
        @Nullable String objectives,
        TypedDate callOpens,
        TypedDate callCloses,

        @Size(max = WebAddress.TYPED_LENGTH, message = "{programmes.error.too-long}") @Nullable
        String callAt,

        @Size(max = Terms.CONTRACT_LENGTH, message = "{programmes.error.too-long}") @Nullable
        String contractNumber,

        @Size(max = 60, message = "{programmes.error.too-long}") @Nullable
        String budget,

        @Nullable String currency,

        @Size(max = Terms.POST_LENGTH, message = "{programmes.error.too-long}") @Nullable
        String contactPost,

        @Size(max = MailAddress.MOST, message = "{programmes.error.too-long}") @Nullable
        String contactMail,

        @Worded(max = Terms.LINE_LENGTH) Words fundingLine,
        @Worded(max = Terms.DISCLAIMER_LENGTH) Words disclaimer,
        @Nullable Boolean published,
        Map<String, String> doubted,
        Map<String, String> meant,
        Map<String, String> seen,
        @Nullable Integer version) {

    static final String OWN = "*";

    ProgrammeForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
        description = Objects.requireNonNullElse(description, Words.NONE);
        start = Objects.requireNonNullElse(start, TypedDate.NONE);
        end = Objects.requireNonNullElse(end, TypedDate.NONE);
        doubted = new TreeMap<>(Objects.requireNonNullElse(doubted, Map.of()));
        meant = new TreeMap<>(Objects.requireNonNullElse(meant, Map.of()));
        seen = new TreeMap<>(Objects.requireNonNullElse(seen, Map.of()));
        callOpens = Objects.requireNonNullElse(callOpens, TypedDate.NONE);
        callCloses = Objects.requireNonNullElse(callCloses, TypedDate.NONE);
        fundingLine = Objects.requireNonNullElse(fundingLine, Words.NONE);
        disclaimer = Objects.requireNonNullElse(disclaimer, Words.NONE);
    }

    static ProgrammeForm empty(boolean published) {
        return new ProgrammeForm(
                null,
                Words.NONE,
                null,
                ProgrammeKind.CITY_TO_CITY_COOPERATION.code(),
                null,
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
                null,
                TypedDate.NONE,
                TypedDate.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                Words.NONE,
                Words.NONE,
                published,
                Map.of(),
                Map.of(),
                Map.of(),
                0);
    }

    static ProgrammeForm of(Programme programme, ProgrammeParts parts) {
        var shown = new EnumMap<Part, String>(Part.class);
        var seen = new TreeMap<String, String>();
        var lists = parts.rows(programme.id());
        for (var part : Part.values()) {
            var rows = lists.getOrDefault(part, Map.of());
            shown.put(part, TypedLines.text(rows));
            seen.put(part.field(), SeenRows.of(rows).toString());
        }
        var terms = programme.terms();
        var call = terms.call();
        var budget = terms.budget();
        return new ProgrammeForm(
                programme.code(),
                Words.of(programme.name()),
                programme.abbreviation(),
                programme.kind().code(),
                programme.parent(),
                programme.predecessor(),
                TypedDate.of(programme.start()),
                TypedDate.of(programme.end()),
                String.join("\n", programme.scope()),
                programme.forms(),
                programme.taxonomy(),
                Words.of(programme.description()),
                shown.get(Part.FUNDERS),
                shown.get(Part.INITIATING),
                shown.get(Part.MANAGING),
                shown.get(Part.IMPLEMENTING),
                shown.get(Part.SUPPORTING),
                shown.get(Part.THEMES),
                shown.get(Part.OBJECTIVES),
                TypedDate.of(call.opens()),
                TypedDate.of(call.closes()),
                call.at() == null ? null : call.at().value(),
                terms.contractNumber(),
                budget == null ? null : budget.amount().code(),
                budget == null ? null : budget.currency().getCurrencyCode(),
                terms.contact().post(),
                terms.contact().mail() == null ? null : terms.contact().mail().value(),
                Words.of(terms.funding().line()),
                Words.of(terms.funding().disclaimer()),
                programme.published(),
                Map.of(),
                Map.of(),
                seen,
                programme.version());
    }

    Map<Part, @Nullable String> lists() {
        var lists = new EnumMap<Part, @Nullable String>(Part.class);
        lists.put(Part.FUNDERS, funders);
        lists.put(Part.INITIATING, initiating);
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
                predecessor,
                start,
                end,
                scope,
                forms,
                taxonomy,
                description,
                lists.get(Part.FUNDERS),
                lists.get(Part.INITIATING),
                lists.get(Part.MANAGING),
                lists.get(Part.IMPLEMENTING),
                lists.get(Part.SUPPORTING),
                lists.get(Part.THEMES),
                lists.get(Part.OBJECTIVES),
                callOpens,
                callCloses,
                callAt,
                contractNumber,
                budget,
                currency,
                contactPost,
                contactMail,
                fundingLine,
                disclaimer,
                published,
                Map.of(),
                Map.of(),
                seen,
                version);
    }

    /** Who is meant by a name of which it was asked. */
    Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        doubted.forEach((key, name) -> {
            if (!text(meant.get(key)).isEmpty()) {
                answers.put(name, text(meant.get(key)));
            }
        });
        return answers;
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
        TypedDate.checkEach(callOpens, callCloses, "callOpens", "callCloses", errors);
        if (!text(callAt).isEmpty() && WebAddress.typed(callAt).isEmpty()) {
            errors.rejectValue("callAt", "programmes.error.address");
        }
        if (!text(contactMail).isEmpty() && MailAddress.of(contactMail).isEmpty()) {
            errors.rejectValue("contactMail", "programmes.error.mail");
        }
        checkBudget(errors);
        Typed.choice(ProgrammeKind.class, kind, "kind", "programmes.error.kind", errors);
        for (var theme : lines(themes)) {
            if (theme.length() > 300) {
                errors.rejectValue("themes", "programmes.error.too-long");
                break;
            }
        }
    }

    private void checkBudget(Errors errors) {
        if (!text(budget).isEmpty()) {
            if (NumberReading.of(text(budget), 0, Terms.MOST_MONEY).size() != 1) {
                errors.rejectValue("budget", "programmes.error.budget");
            }
            if (!Currencies.isKnown(text(currency))) {
                errors.rejectValue("currency", "programmes.error.currency");
            }
        }
    }

    /** @param before the funding as it stood, whose translations stay */
    private Terms terms(Terms.@Nullable Funding before) {
        return new Terms(
                new Terms.Call(
                        callOpens.when(),
                        callCloses.when(),
                        WebAddress.typed(callAt).orElse(null)),
                textOrNull(contractNumber),
                NumberReading.of(text(budget), 0, Terms.MOST_MONEY).stream()
                        .findFirst()
                        .map(amount -> new Terms.Budget(amount, Currency.getInstance(text(currency))))
                        .orElse(null),
                new Terms.Contact(
                        textOrNull(contactPost), MailAddress.of(contactMail).orElse(null)),
                new Terms.Funding(
                        fundingLine.text(before == null ? null : before.line()),
                        disclaimer.text(before == null ? null : before.disclaimer())));
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
                textOrNull(predecessor),
                start.when(),
                end.when(),
                Separated.names(scope, before == null ? List.of() : before.scope(), name -> true),
                forms == null
                        ? List.of()
                        : forms.stream()
                                .filter(Coded.codes(CooperationForm.class)::contains)
                                .toList(),
                speaksInOwn() ? null : textOrNull(taxonomy),
                description.text(before == null ? null : before.description()),
                terms(before == null ? null : before.terms().funding()),
                Boolean.TRUE.equals(published),
                version == null ? -1 : version);
    }
}
