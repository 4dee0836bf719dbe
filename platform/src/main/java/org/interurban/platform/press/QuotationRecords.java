package org.interurban.platform.press;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.interurban.platform.audit.RecordHistory;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.OrganisationLinks;
import org.interurban.platform.press.KeepQuotation.Outcome;
import org.interurban.platform.search.SearchSource;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sources.RecordKinds;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What quotations say of themselves to those who keep files, read sheets, find, cite and look back. */
@Configuration
class QuotationRecords {

    private static final String SEEN =
            "select q.code, s.everyone, s.permission, s.scopes from quotation q join quotation_seen_by s on s.id ="
                    + " q.id";

    private final Quotations quotations;
    private final Directory directory;

    QuotationRecords(Quotations quotations, Directory directory) {
        this.quotations = quotations;
        this.directory = directory;
    }

    @Bean
    Listing<Quotations.Line> quotationListing(Labels labels, Rights rights) {
        var form = ListForm.searching("press.search")
                .year("year", "press.year")
                .choice("consent", "press.field.consent")
                .among((nothing, locale) -> rights.current().mayAnywhere(QuotationPermission.QUOTATION_EDIT)
                        ? Map.of("consent", labels.of("press.consent", Coded.codes(Quotation.Consent.class), locale))
                        : Map.of());
        return Listing.of(Quotations.SHEET, quotations.terms(), quotations::list)
                .asking(form)
                .forEveryone()
                .at("/api/v1/quotations", "/quotations");
    }

    @Bean
    RecordKinds kindsOfPress() {
        return new RecordKinds(Set.of("quotation"), SEEN).named("select code, speaker as name from quotation");
    }

    @Bean
    RecordHistory historyOfQuotations() {
        return RecordHistory.of("quotation", "quotation", QuotationPermission.QUOTATION_EDIT)
                .within(code -> quotations.find(code).map(found -> List.of(found.scopes())));
    }

    @Bean
    RecordTable quotationFile(RecordFiles files, Sources sources, Clock clock) {
        return files.file("quotations", 69, "quotation", "code", """
            select q.code, q.words, q.words_translations as words_xx, q.speaker, q.office, o.code as organisation, q.venue,
                   partial_period(q.from_on, q.to_on, q.precision) as date, q.precision, q.consent, q.given_on as given,
                   cited('quotation', q.code) as sources
              from quotation q left join organisation_brief o on o.id = q.organisation
             order by q.code
            """)
                .code("code")
                .text("words", "words", Quotation.WORDS_LENGTH)
                .translated("words", "words")
                .text("speaker", "speaker", Quotation.NAME_LENGTH)
                .textIfAny("office")
                .oneIfAny("organisation", "organisation", "organisation", directory::idOf)
                .textIfAny("venue")
                .date("date", "precision")
                .choice("consent", Quotation.Consent.class)
                .takes("given", "given_on", row -> agreed(row, clock))
                .then("sources", row -> sources.cite(row, "quotation", row.text("code")));
    }

    private static @Nullable LocalDate agreed(Row row, Clock clock) {
        var given = row.period("given", "", "").to();
        Coded.find(Quotation.Consent.class, row.text("consent"))
                .flatMap(consent -> Quotation.refusal(consent, given, LocalDate.now(clock)))
                .ifPresent(why ->
                        row.fault("given", "a consent was given on a day until today, and only one that was given"));
        return given;
    }

    /** On the page of a body: what was said for it. */
    @Bean
    OrganisationLinks quotationsOfBodies(MessageSource messages) {
        return (organisation, locale) -> {
            var all = new ArrayList<OrganisationLinks.Mention>();
            var seen = quotations.count(organisation);
            if (seen > 0) {
                var words = messages.getMessage("press.mention", new Object[] {seen}, locale);
                all.add(new OrganisationLinks.Mention(
                        words, "/quotations?organisation=" + quotations.codeOf(organisation)));
            }
            return all;
        };
    }

    @Bean
    SheetForm<QuotationForm, Quotation> quotationRows(KeepQuotation keep, Rights rights, Clock clock) {
        return new SheetForm<>(
                "quotations",
                QuotationForm.class,
                "press.field",
                "words",
                query -> Lists.all(query, quotations::list).stream()
                        .map(Quotations.Line::code)
                        .toList(),
                locale -> new Desk(locale, keep, rights, clock));
    }

    private final class Desk implements SheetForm.Desk<QuotationForm, Quotation> {

        private final Locale locale;
        private final KeepQuotation keep;
        private final Rights rights;
        private final Clock clock;
        private final Map<String, Directory.Match> named = new HashMap<>();
        private final Map<OrganisationId, Optional<String>> told = new HashMap<>();

        Desk(Locale locale, KeepQuotation keep, Rights rights, Clock clock) {
            this.locale = locale;
            this.keep = keep;
            this.rights = rights;
            this.clock = clock;
        }

        @Override
        public Map<String, Quotation> records() {
            return quotations.seen().stream().collect(Collectors.toMap(Quotation::code, quotation -> quotation));
        }

        @Override
        public QuotationForm filled(Quotation quotation) {
            var body = quotation.organisation();
            return QuotationForm.of(
                    quotation,
                    body == null
                            ? null
                            : told.computeIfAbsent(body, id -> quotations.told(id, locale))
                                    .orElse(null));
        }

        @Override
        public QuotationForm blank(Map<String, String> values) {
            return QuotationForm.EMPTY;
        }

        @Override
        public String nextCode(QuotationForm form) {
            return quotations.nextCode();
        }

        @Override
        public Optional<Quotation> read(@Nullable Quotation before, String code, QuotationForm form, Errors errors) {
            return form.read(before, code, this::named, clock, errors);
        }

        private Directory.Match named(String name) {
            return named.computeIfAbsent(name, written -> quotations.body(written, locale));
        }

        @Override
        public boolean mayKeep(Quotation quotation) {
            return rights.may(QuotationPermission.QUOTATION_EDIT, quotation.scopes());
        }

        @Override
        public void add(Quotation quotation) {
            keep.add(quotation);
        }

        @Override
        public boolean change(Quotation before, Quotation wanted) {
            return keep.change(wanted) instanceof Outcome.Kept;
        }

        @Override
        public void remove(Quotation quotation) {
            keep.remove(quotation);
        }
    }

    /** As they are found: by what was said, who said it, and for whom. */
    @Component
    static class Search implements SearchSource {

        @Override
        public String kind() {
            return "quotation";
        }

        @Override
        public Map<String, String> touchedBy() {
            return Map.of(
                    "quotation",
                    "select changed.keys ->> 'code'",
                    "organisation_name",
                    "select q.code from quotation q where q.organisation = (changed.keys ->> 'organisation')::uuid");
        }

        @Override
        public String sql() {
            return """
                select q.code, '/quotations/' || q.code, search_text(q.words, q.words_translations), search_text(null, '{}'),
                       array[q.code::text, q.speaker],
                       array(select n.name from organisation_alias n where n.organisation = q.organisation)
                         || array_remove(array[q.office, q.venue], null), s.everyone, s.permission, s.scopes
                  from quotation q
                  join quotation_seen_by s on s.id = q.id
                """;
        }
    }
}
