package org.interurban.platform.plans;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.partnerships.PartnershipPermission;
import org.interurban.platform.programmes.ProgrammeChoices;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListForm;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of agreements, as page, interface and sheet. */
@Repository
class AgreementLists {

    /** @param date as exactly as it is known: 2023, 2023-02 or 2023-02-14; empty where unknown
     * @param concluded what of it no document states: its date, its parties
     * @param occasion code of the visit or event at which it was signed, where the reader sees it
     * @param titleLanguage the language in which the title is shown; null where nobody said, as for the subject */
    record Line(
            String code,
            String type,
            String title,
            @Nullable String programme,
            @Nullable String partnership,
            @Nullable String partnershipName,
            @Nullable String line,
            String status,
            String date,
            String precision,
            @Nullable String place,
            @Nullable String subject,
            List<String> parties,
            List<String> concluded,
            @Nullable String occasion,
            @Nullable LocalDate expires,
            @JsonIgnore @Nullable String occasionTitle,
            @JsonIgnore @Nullable String titleLanguage,
            @JsonIgnore @Nullable String subjectLanguage,
            @JsonIgnore @Nullable String programmeName) {

        /** The last day on which it is in force. */
        public String ends(String language) {
            return expires == null ? "" : PartialPeriod.day(expires).text(Locale.forLanguageTag(language));
        }

        /** When, as exactly as it is known. */
        public String when(String language) {
            var dates = date.split("/");
            return PartialPeriod.parse(
                            dates[0],
                            dates.length > 1 ? dates[1] : "",
                            date.isEmpty() ? null : Coded.of(Precision.class, precision))
                    .text(Locale.forLanguageTag(language));
        }
    }

    private static final Sheet<Line> SHEET = Sheet.of("agreements", Line.class)
            .with("precision", line -> line.precision().equals("none") ? "" : line.precision())
            .only("code type title programme partnership status date precision place subject parties concluded"
                    + " occasion expires");

    private static final String SELECT = """
        select a.code, a.type, in_language(a.title, a.title_translations, :language) as title, g.code as programme,
               p.code as partnership, in_language(p.name, p.name_translations, :language) as partnership_name, p.line, a.status,
               a.from_on, partial_period(a.from_on, a.to_on, a.precision) as date, a.precision, a.place,
               in_language(a.subject, a.subject_translations, :language) as subject,
               language_shown(a.title_translations, :language) as title_language,
               language_shown(a.subject_translations, :language) as subject_language,
               coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as programme_name,
               array(select coalesce(in_language(o.name, o.name_translations, :language), y.name) from agreement_party y
                       left join organisation_brief o on o.id = y.organisation
                      where y.agreement = a.id order by y.position) as parties,
               array(select about from conclusion_brief
                      where record_kind = 'agreement' and record_code = a.code order by about) as concluded,
               c.code as occasion, in_language(c.title, c.title_translations, :language) as occasion_title,
               a.expires_on as expires
          from agreement a
          join agreement_seen_by s on s.id = a.id
          left join programme_brief g on g.id = a.programme
          left join partnership_brief p on p.id = a.partnership
          left join (select b.* from activity_brief b join activity_seen_by v on v.id = b.id where %s) c on c.code = a.signed_at
        """;

    /** Programmes that have agreements which the reader sees. */
    private static final String PROGRAMMES =
            "select k.programme from agreement k join agreement_seen_by s on s.id = k.id where ";

    private final JdbcClient sql;
    private final Rights rights;
    private final ProgrammeChoices programmes;

    AgreementLists(JdbcClient sql, Rights rights, ProgrammeChoices programmes) {
        this.sql = sql;
        this.rights = rights;
        this.programmes = programmes;
    }

    @Bean
    Listing<Line> agreementListing(Labels labels) {
        return Listing.of(SHEET, lines().terms(), this::list)
                .at("/api/v1/agreements", "/agreements")
                .forEveryone()
                .coded("type", AgreementType.class)
                .coded("status", AgreementStatus.class)
                .coded("precision", Precision.class)
                .asking(ListForm.searching("plans.search")
                        .choice("programme", "plans.programme")
                        .choice("type", "plans.field.type")
                        .choice("status", "plans.field.status")
                        .among((nothing, locale) -> Map.of(
                                "programme", programmes.among(PROGRAMMES + Seen.by(rights.current(), "s"), locale),
                                "type", labels.of("plans.type", Coded.codes(AgreementType.class), locale),
                                "status",
                                        rights.current().mayAnywhere(PartnershipPermission.PARTNERSHIP_READ)
                                                ? labels.of("plans.status", Coded.codes(AgreementStatus.class), locale)
                                                : Map.of())));
    }

    /** One agreement as the list shows it, where the reader may see it. */
    Optional<Line> one(String code, Locale locale) {
        return lines().one(sql, "a.code", code, locale);
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    private ListSql<Line> lines() {
        return ListSql.of(SELECT.formatted(Seen.by(rights.current(), "v")), Line.class)
                .visibleTo(rights, "s")
                .search("concat_ws(' ', a.code, a.title, a.title_translations::text, a.subject, a.place,"
                        + " (select string_agg(y.name, ' ') from agreement_party y where y.agreement = a.id))")
                .filter("programme", "g.code = :programme")
                .filter("partnership", "p.code = :partnership")
                .filter("type", "a.type = :type")
                .filter("status", "a.status = :status")
                .filter(
                        "year",
                        "extract(year from a.from_on)::text <= :year and extract(year from a.to_on)::text >= :year")
                .filter("country", """
                    exists (select from agreement_party y join organisation_brief o on o.id = y.organisation
                             where y.agreement = a.id and o.country = :country)\
                    """)
                .filter("city", """
                    exists (select from agreement_party y join organisation_brief o on o.id = y.organisation
                             where y.agreement = a.id and o.code = :city)\
                    """)
                .sort("date", "from_on")
                .sort("title", "lower(title)")
                .sort("type", "type")
                .sort("programme", "lower(programme_name)")
                .sort("status", "status")
                .usually("from_on desc nulls last, code");
    }
}
