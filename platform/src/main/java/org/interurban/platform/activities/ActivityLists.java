package org.interurban.platform.activities;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Rows;
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

/** The list of activities, as page, calendar, feed, interface and sheet. */
@Repository
class ActivityLists {

    record City(
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            boolean city) {

        public String link() {
            return (city ? "/cities/" : "/organisations/") + code;
        }
    }

    record Participants(int low, @Nullable Integer high, String qualifier) {}

    /**
     * @param start first day it can touch; cut to the month or the year where no more is known
     * @param precision day, month, year, period (somewhere between the two), none
     * @param concluded what of it no document states: its date, who takes part
     * @param past whether it is proposed or planned for a day that has gone by
     * @param line the letter of its partnership's theme
     * @param titleLanguage the language in which the title is shown; null where nobody said, as for the description
     */
    record Line(
            String code,
            String type,
            String typeName,
            String title,
            @Nullable String parent,
            @Nullable String programme,
            @Nullable String partnership,
            @Nullable String partnershipName,
            @Nullable String line,
            String start,
            String end,
            String precision,
            List<City> hosts,
            List<City> visitors,
            @Nullable String place,
            @Nullable String country,
            @Nullable String organiser,
            List<String> partners,
            @Nullable String mode,
            String status,
            @Nullable Participants participants,
            @Nullable String description,
            boolean published,
            List<String> concluded,
            @JsonIgnore boolean past,
            @JsonIgnore @Nullable String titleLanguage,
            @JsonIgnore @Nullable String descriptionLanguage,
            @JsonIgnore @Nullable String programmeName,
            @JsonIgnore @Nullable String parentTitle,
            @JsonIgnore @Nullable String countryName) {

        public boolean stopped() {
            return Coded.of(ActivityStatus.class, status).stops();
        }

        PartialPeriod period() {
            return PartialPeriod.parse(start, end, start.isEmpty() ? null : Coded.of(Precision.class, precision));
        }

        /** When, as exactly as it is known. */
        public String when(String language) {
            return period().text(Locale.forLanguageTag(language));
        }
    }

    private static String codes(List<City> cities) {
        return cities.stream().map(City::code).collect(Collectors.joining(";"));
    }

    private static final Sheet<Line> SHEET = Sheet.of("activities", Line.class)
            .with("host_city", line -> codes(line.hosts()))
            .with("host_place", Line::place)
            .with("host_country", Line::country)
            .with("visiting_city", line -> codes(line.visitors()))
            .with("precision", line -> line.precision().equals("none") ? "" : line.precision())
            .with(
                    "participants_min",
                    line -> line.participants() == null
                            ? null
                            : line.participants().low())
            .with(
                    "participants_max",
                    line -> line.participants() == null
                            ? null
                            : line.participants().high())
            .with("published", line -> line.published() ? "yes" : "no")
            .only("code parent programme partnership type title organiser host_city host_place host_country"
                    + " visiting_city start end precision mode status participants_min participants_max partners"
                    + " description published concluded");

    private static final String SELECT = """
        select a.id, a.code, a.type, in_language(k.name, k.name_translations, :language) as type_name,
               in_language(a.title, a.title_translations, :language) as title, u.code as parent,
               g.code as programme, p.code as partnership, in_language(p.name, p.name_translations, :language) as partnership_name,
               p.line, a.from_on, a.to_on,
               coalesce(partial_date(a.from_on, a.precision), '') as start,
               coalesce(partial_date(a.to_on, a.precision), '') as "end",
               a.precision,
               %s as hosts, %s as visitors,
               a.host_name as place, coalesce(a.host_country, h.country) as country, a.organiser, a.partners, a.mode, a.status,
               case when a.participants_low is not null then jsonb_build_object(
                 'low', a.participants_low, 'high', a.participants_high, 'qualifier', a.participants_qualifier) end as participants,
               in_language(a.description, a.description_translations, :language) as description, a.published, a.version,
               array(select about from conclusion_brief
                      where record_kind = 'activity' and record_code = a.code order by about) as concluded,
               in_language(c.name, c.name_translations, :language) as country_name,
               a.status in ('proposed', 'planned') and a.to_on < current_date as past,
               language_shown(a.title_translations, :language) as title_language,
               language_shown(a.description_translations, :language) as description_language,
               coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as programme_name,
               in_language(u.title, u.title_translations, :language) as parent_title
          from activity a
          join activity_seen_by s on s.id = a.id
          join activity_kind k on k.code = a.type
          left join activity u on u.id = a.parent and u.removed_at is null
          left join programme_brief g on g.id = a.programme
          left join partnership_brief p on p.id = a.partnership
          left join organisation_brief h on h.id = a.host
          left join country_brief c on c.code = coalesce(a.host_country, h.country)
        """.formatted(parties("host"), parties("visitor"));

    private static String parties(String role) {
        return """
            (select jsonb_agg(jsonb_build_object(
                      'code', o.code, 'name', in_language(o.name, o.name_translations, :language),
                      'local_name', case when o.local_language <> :language then o.local_name end,
                      'local_language', o.local_language, 'country', o.country, 'city', o.local_government) order by x.position)
               from activity_takes_part x join organisation_brief o on o.id = x.organisation
              where x.activity = a.id and x.role = '%s')\
            """.formatted(role);
    }

    /** A dated activity as a feed needs it. */
    record Dated(Line line, int version) {}

    private final JdbcClient sql;
    private final Rights rights;

    ActivityLists(JdbcClient sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    @Bean
    Listing<Line> activityListing(Labels labels) {
        return Listing.of(SHEET, lines().terms(), this::list)
                .at("/api/v1/activities", "/activities")
                .forEveryone()
                .coded("mode", Mode.class)
                .coded("status", ActivityStatus.class)
                .coded("precision", Precision.class)
                .asking(ListForm.searching("activities.search")
                        .choice("programme", "activities.programme")
                        .choice("type", "activities.field.type")
                        .choice("country", "activities.country")
                        .choice("year", "activities.year")
                        .choice("status", "activities.field.status")
                        .among((nothing, locale) -> {
                            var all = choices(locale);
                            all.put(
                                    "status",
                                    labels.of("activities.status", Coded.codes(ActivityStatus.class), locale));
                            return all;
                        }));
    }

    /** One activity as the list shows it, where the reader may see it. */
    Optional<Line> one(String code, Locale locale) {
        return lines().filter("code", "a.code = :code").run(sql, only("code", code, locale)).items().stream()
                .findFirst();
    }

    /** The parts of an activity: sessions of a congress, a debriefing after a visit. */
    List<Line> partsOf(String code, Locale locale) {
        return lines().filter("parent", "u.code = :parent")
                .usually("from_on nulls last, code")
                .run(sql, only("parent", code, locale))
                .items();
    }

    private static ListQuery only(String filter, String value, Locale locale) {
        return new ListQuery("", "", "", ListQuery.MOST, 0, Map.of(filter, value), locale);
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    Slice<Dated> dated(ListQuery query) {
        var line = Rows.of(Line.class).mapper();
        return listed(ListSql.of(
                        SELECT,
                        (rs, row) -> new Dated(Objects.requireNonNull(line.mapRow(rs, row)), rs.getInt("version"))))
                .run(sql, query);
    }

    /** What touches the month, in order. */
    List<Line> of(YearMonth month, ListQuery query) {
        return lines().always("a.from_on <= '%s' and a.to_on >= '%s'".formatted(month.atEndOfMonth(), month.atDay(1)))
                .usually("from_on, code")
                .run(sql, query.whole())
                .items();
    }

    /** The month a calendar opens at: that of the next dated activity, else that of the last one. */
    Optional<YearMonth> monthToOpen(LocalDate today, ListQuery query) {
        var dated = "a.from_on is not null and a.precision = 'day' and a.status not in ('postponed', 'cancelled')";
        var next = lines().always(dated + " and a.to_on >= '" + today + "'").usually("from_on, code");
        var last = lines().always(dated).usually("from_on desc, code");
        var one = new ListQuery("", query.q(), "", 1, 0, query.filters(), query.locale());
        return java.util.stream.Stream.of(next, last)
                .flatMap(list -> list.run(sql, one).items().stream())
                .findFirst()
                .map(line -> line.period().from())
                .map(YearMonth::from);
    }

    private ListSql<Line> lines() {
        return listed(ListSql.of(SELECT, Line.class));
    }

    private <T> ListSql<T> listed(ListSql<T> list) {
        return list.visibleTo(rights, "s")
                .search("concat_ws(' ', a.code, a.title, a.title_translations::text, a.organiser, a.host_name, p.name,"
                        + " array_to_string(a.partners, ' '),"
                        + " (select string_agg(concat_ws(' ', o.name, o.local_name), ' ') from activity_takes_part x"
                        + " join organisation_brief o on o.id = x.organisation where x.activity = a.id))")
                .filter("programme", "g.code = :programme")
                .filter("partnership", "p.code = :partnership")
                .filter("type", "a.type = :type")
                .filter("nature", "k.nature = :nature")
                .filter("country", "coalesce(a.host_country, h.country) = :country")
                .filter("city", """
                    exists (select from activity_takes_part x join organisation_brief o on o.id = x.organisation
                             where x.activity = a.id and o.code = :city)\
                    """)
                .filter(
                        "year",
                        "extract(year from a.from_on)::text <= :year and extract(year from a.to_on)::text >= :year")
                .filter("status", "a.status = :status")
                .filter("mode", "a.mode = :mode")
                .sort("date", "from_on")
                .sort("title", "lower(title)")
                .sort("type", "lower(type_name)")
                .sort("programme", "lower(programme_name)")
                .sort("status", "status")
                .usually("from_on desc nulls last, to_on desc nulls last, code");
    }

    /** Programmes, types, countries and years of the activities that the reader sees, by filter; one statement for all four. */
    private Map<String, Map<String, String>> choices(Locale locale) {
        var choices = new HashMap<String, Map<String, String>>();
        sql.sql("""
            with seen as materialized (
              select a.* from activity a join activity_seen_by s on s.id = a.id where %s)
            select distinct 'programme' as filter, g.code::text,
                   coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as name
              from seen a join programme_brief g on g.id = a.programme
            union all
            select distinct 'country', c.code::text, in_language(c.name, c.name_translations, :language)
              from seen a left join organisation_brief h on h.id = a.host
              join country_brief c on c.code = coalesce(a.host_country, h.country)
            union all
            select distinct 'type', k.code::text, in_language(k.name, k.name_translations, :language)
              from seen a join activity_kind k on k.code = a.type
            union all
            select distinct 'year', y::text, y::text from seen,
                   generate_series(extract(year from from_on)::int, extract(year from to_on)::int) y
             order by 1, 3
            """.formatted(Seen.by(rights.current(), "s")))
                .param("language", locale.getLanguage())
                .query((ResultSet rs) -> {
                    choices.computeIfAbsent(rs.getString("filter"), none -> new LinkedHashMap<>())
                            .put(rs.getString("code"), rs.getString("name"));
                });
        choices.computeIfPresent("year", (filter, years) -> new LinkedHashMap<>(years).reversed());
        return choices;
    }
}
