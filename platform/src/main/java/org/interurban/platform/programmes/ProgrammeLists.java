package org.interurban.platform.programmes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
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

/** The list of programmes, as page, interface and sheet. */
@Repository
class ProgrammeLists {

    /**
     * @param start as exactly as it is known: 2021, 2021-07 or 2021-07-01; empty where unknown
     * @param cities how many participants are on record
     * @param citiesTotal how many cities the programme states, as a whole or group by group
     * @param examples those of the themes that a document names as examples only
     * @param objectives in their order
     * @param callOpens when cities can apply, as exactly as it is known, as {@code callCloses} until when
     * @param callAt where they do
     */
    record Line(
            String code,
            String name,
            @Nullable String abbreviation,
            String kind,
            @Nullable String parent,
            @Nullable String predecessor,
            String start,
            String end,
            List<String> scope,
            List<String> forms,
            List<String> funders,
            List<String> themes,
            List<String> examples,
            List<String> objectives,
            String callOpens,
            String callCloses,
            @Nullable String callAt,
            @Nullable Integer citiesTotal,
            @Nullable Integer regionsTotal,
            int cities,
            @Nullable String description,
            boolean published) {

        /** As sheets call it; {@code cities} is what it was called before. */
        @JsonProperty
        public int participants() {
            return cities;
        }

        /** The period as a reader writes it, open where an end is not known. */
        public String when(String language) {
            var locale = Locale.forLanguageTag(language);
            var from = PartialPeriod.parse(start, "", null);
            var to = PartialPeriod.parse(end, "", null);
            if (from.precision() == Precision.YEAR && start.equals(end)) {
                return from.text(locale);
            }
            return from.isKnown() || to.isKnown() ? from.text(locale) + "–" + to.text(locale) : "";
        }

        public List<String> themeGroups() {
            return Themes.grouped(themes);
        }

        public String shortName() {
            return abbreviation == null ? name : abbreviation;
        }
    }

    private static final Sheet<Line> SHEET = Sheet.of("programmes", Line.class)
            .with("participants", Line::cities)
            .with("published", line -> line.published() ? "yes" : "no")
            .only("code name abbreviation kind parent predecessor start end scope forms funders themes cities_total"
                    + " regions_total call_opens call_closes call_at participants description published");

    private static final String SELECT = """
        select p.code, in_language(p.name, p.name_translations, :language) as name, p.abbreviation, p.kind,
               parent.code as parent, before.code as predecessor, p.from_on, p.to_on,
               coalesce(partial_date(p.call_opens_on, p.call_opens_precision), '') as call_opens,
               coalesce(partial_date(p.call_closes_on, p.call_closes_precision), '') as call_closes, p.call_at,
               coalesce(partial_date(p.from_on, p.from_precision), '') as start,
               coalesce(partial_date(p.to_on, p.to_precision), '') as "end", p.scope, p.forms,
               array(select b.name from programme_body b
                      where b.programme = p.id and b.role = 'funder' order by b.position) as funders,
               array(select in_language(t.label, t.label_translations, :language) from programme_theme_shown t
                      where t.programme = p.id order by t.position) as themes,
               array(select in_language(t.label, t.label_translations, :language) from programme_theme_shown t
                      where t.programme = p.id and t.role = 'example' order by t.position) as examples,
               array(select in_language(j.statement, j.statement_translations, :language) from programme_objective j
                      where j.programme = p.id and j.kind = 'objective' order by j.place) as objectives,
               p.cities_total, p.regions_total,
               %s as cities,
               in_language(p.description, p.description_translations, :language) as description, p.published
          from programme p
          join programme_seen_by s on s.id = p.id
          left join (programme parent join programme_seen_by t on t.id = parent.id and %s) on parent.id = p.parent
          left join (programme before join programme_seen_by u on u.id = before.id and %s) on before.id = p.predecessor
        """;

    private final JdbcClient sql;
    private final Rights rights;
    private final WhoTakesPart who;

    ProgrammeLists(JdbcClient sql, Rights rights, WhoTakesPart who) {
        this.sql = sql;
        this.rights = rights;
        this.who = who;
    }

    @Bean
    Listing<Line> programmeListing(Labels labels) {
        return Listing.of(SHEET, lines().terms(), this::list)
                .at("/api/v1/programmes", "/programmes")
                .forEveryone()
                .coded("kind", ProgrammeKind.class)
                .coded("forms", CooperationForm.class)
                .asking(ListForm.searching("programmes.search")
                        .choice("kind", "programmes.field.kind")
                        .choice("form", "programmes.field.forms")
                        .year("year", "programmes.year")
                        .choice("published", "programmes.state")
                        .among((nothing, locale) -> Map.of(
                                "kind", labels.of("programmes.kind", Coded.codes(ProgrammeKind.class), locale),
                                "form", labels.of("programmes.form", Coded.codes(CooperationForm.class), locale),
                                "published", states(labels, locale))));
    }

    /** Drafts are seen by those who work on programmes only. */
    private Map<String, String> states(Labels labels, Locale locale) {
        if (!rights.current().mayAnywhere(ProgrammePermission.PROGRAMME_READ)) {
            return Map.of();
        }
        var states = new LinkedHashMap<String, String>();
        states.put("yes", labels.of("programmes.state", "published", locale));
        states.put("no", labels.of("programmes.state", "draft", locale));
        return states;
    }

    /** One programme as the list shows it, where the reader may see it. */
    Optional<Line> one(String code, Locale locale) {
        return lines().one(sql, "p.code", code, locale);
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    private ListSql<Line> lines() {
        return ListSql.of(
                        () -> SELECT.formatted(
                                who.counted("p.id"), Seen.by(rights.current(), "t"), Seen.by(rights.current(), "u")),
                        Line.class)
                .visibleTo(rights, "s")
                .search("concat_ws(' ', p.code, p.name, p.abbreviation, p.name_translations::text,"
                        + " array_to_string(p.scope, ' '))")
                .filter("kind", "p.kind = :kind")
                .filter("year", """
                    (p.from_on is null or extract(year from p.from_on)::text <= :year)
                    and (p.to_on is null or extract(year from p.to_on)::text >= :year)
                    and (p.from_on is not null or p.to_on is not null)\
                    """)
                .filter("parent", "parent.code = :parent")
                .filter("form", ":form = any(p.forms)")
                .filter("country", who.oneFromCountry("p.id"))
                .filter("city", who.oneIsCity("p.id"))
                .filter("published", "(case when p.published then 'yes' else 'no' end) = :published")
                .sort("name", "lower(name)")
                .sort("code", "code")
                .sort("start", "from_on")
                .sort("end", "to_on")
                .sort("cities", "cities")
                .usually("kind <> 'city-to-city-cooperation', coalesce(from_on, to_on) desc nulls last, code");
    }
}
