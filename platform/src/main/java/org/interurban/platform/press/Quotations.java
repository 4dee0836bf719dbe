package org.interurban.platform.press;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.press.Quotation.Consent;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said, as far as the current person sees it. */
@Repository
class Quotations {

    /**
     * A line of the list.
     *
     * @param organisation code of the body for which the person spoke
     * @param date as exactly as it is known; empty where unknown
     */
    record Line(
            String code,
            String words,
            String speaker,
            @Nullable String office,
            @Nullable String organisation,
            @Nullable String organisationName,
            @Nullable String venue,
            String date,
            String precision,
            String consent,
            @JsonIgnore @Nullable String wordsLanguage,
            @JsonIgnore boolean city) {

        /** When, as exactly as it is known. */
        public String when(Locale locale) {
            return PartialPeriod.parse(date, "", date.isEmpty() ? null : Coded.of(Precision.class, precision))
                    .text(locale);
        }
    }

    static final Sheet<Line> SHEET = Sheet.of("quotations", Line.class)
            .only("code words speaker office organisation organisation_name venue date precision consent");

    private static final String SELECT = """
        select q.id, q.code, in_language(q.words, q.words_translations, :language) as words,
               language_shown(q.words_translations, :language) as words_language, q.speaker, q.office,
               o.code as organisation, in_language(o.name, o.name_translations, :language) as organisation_name,
               coalesce(o.local_government, false) as city, q.venue, q.from_on,
               partial_period(q.from_on, q.to_on, q.precision) as date, q.precision, q.consent
          from quotation q
          join quotation_seen_by v on v.id = q.id
          left join organisation_brief o on o.id = q.organisation
        """;

    private static final String WHOLE = """
        select q.id, q.code, localized(q.words, q.words_translations) as words, q.speaker, q.office, q.organisation, q.venue,
               q.from_on, q.to_on, q.precision, q.consent, q.given_on as given, q.version
          from quotation q join quotation_seen_by v on v.id = q.id
         where
        """;

    private record Stored(
            Quotation.Id id,
            String code,
            LocalizedText words,
            String speaker,
            @Nullable String office,
            @Nullable OrganisationId organisation,
            @Nullable String venue,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision,
            Consent consent,
            @Nullable LocalDate given,
            int version) {

        Quotation quotation() {
            var when = new PartialPeriod(fromOn, toOn, precision);
            return new Quotation(id, code, words, speaker, office, organisation, venue, when, consent, given, version);
        }
    }

    private final JdbcClient sql;
    private final Rights rights;
    private final Codes codes;
    private final Directory directory;

    Quotations(JdbcClient sql, Rights rights, Codes codes, Directory directory) {
        this.sql = sql;
        this.rights = rights;
        this.codes = codes;
        this.directory = directory;
    }

    private ListSql<Line> lines() {
        return ListSql.of(SELECT, Line.class)
                .filter("organisation", "o.code = :organisation")
                .filter(
                        "year",
                        "extract(year from q.from_on)::text <= :year and extract(year from q.to_on)::text >= :year")
                .filter("consent", "q.consent = :consent")
                .search("concat_ws(' ', q.code, q.words, q.words_translations::text, q.speaker, q.office, q.venue,"
                        + " o.name)")
                .sort("speaker", "lower(speaker)")
                .sort("date", "from_on")
                .usually("from_on desc nulls last, code desc")
                .visibleTo(rights, "v");
    }

    ListQuery.Terms terms() {
        return lines().terms();
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    Optional<Line> line(String code, Locale locale) {
        return lines().one(sql, "q.code", code, locale);
    }

    /** All that the current person sees. */
    List<Quotation> seen() {
        return seen("true");
    }

    /** To be changed; empty where the current person does not see it. */
    Optional<Quotation> find(String code) {
        return seen("q.code = ?", code).stream().findFirst();
    }

    private List<Quotation> seen(String condition, Object... values) {
        var found = sql.sql(WHOLE + condition + " and " + Seen.by(rights.current(), "v"))
                .params(values)
                .query(Stored.class)
                .list();
        return found.stream().map(Stored::quotation).toList();
    }

    void insert(Quotation quotation) {
        sql.sql("""
            insert into quotation (words, words_translations, speaker, office, organisation, venue, from_on, to_on, precision, consent,
                   given_on, id, code)
            values (original_of(?), translations_of(?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """).params(values(quotation)).update();
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(Quotation quotation) {
        var values = values(quotation);
        values.add(quotation.version());
        return sql.sql("""
            update quotation set words = original_of(?), words_translations = translations_of(?), speaker = ?, office = ?,
                   organisation = ?, venue = ?, from_on = ?, to_on = ?, precision = ?, consent = ?, given_on = ?,
                   version = version + 1
             where id = ? and code = ? and version = ?
            """).params(values).update() == 1;
    }

    private static List<@Nullable Object> values(Quotation said) {
        var when = said.when();
        return new ArrayList<@Nullable Object>(Arrays.asList(
                said.words(),
                said.words(),
                said.speaker(),
                said.office(),
                said.organisation(),
                said.venue(),
                when.from(),
                when.to(),
                when.precision(),
                said.consent(),
                said.given(),
                said.id(),
                said.code()));
    }

    String nextCode() {
        return codes.numbered("quotation", "QU", 3);
    }

    void remove(Quotation quotation) {
        sql.sql("delete from quotation where id = ?").param(quotation.id()).update();
    }

    Directory.Match body(String name, Locale locale) {
        return directory.findByName(name, locale);
    }

    String codeOf(OrganisationId body) {
        return sql.sql("select code from organisation_brief where id = ?")
                .param(body)
                .query(String.class)
                .single();
    }

    /** The body by the name that tells it from others. */
    Optional<String> told(OrganisationId body, Locale locale) {
        return directory.find(codeOf(body), locale).map(Directory.Entry::told);
    }

    /** How many that the reader sees were said for the body. */
    int count(OrganisationId body) {
        return sql.sql("select count(*)::int from quotation q join quotation_seen_by v on v.id = q.id"
                        + " where q.organisation = ? and " + Seen.by(rights.current(), "v"))
                .param(body)
                .query(Integer.class)
                .single();
    }
}
