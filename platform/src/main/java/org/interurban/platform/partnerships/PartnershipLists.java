package org.interurban.platform.partnerships;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.programmes.CooperationForm;
import org.interurban.platform.programmes.ProgrammeChoices;
import org.interurban.platform.shared.Coded;
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

/** The list of partnerships, as page, interface and sheet. */
@Repository
class PartnershipLists {

    record City(
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            @Nullable String group) {}

    /**
     * @param line the letter of its theme, A to H
     * @param asOf the year in which its programme ended, where that is over
     */
    record Line(
            String code,
            String name,
            String programme,
            @Nullable String line,
            @Nullable String theme,
            List<String> topics,
            List<City> members,
            @Nullable String cohort,
            @Nullable String form,
            @Nullable String coordinator,
            String status,
            boolean published,
            @JsonIgnore String programmeName,
            @JsonIgnore @Nullable String asOf) {}

    private static final Sheet<Line> SHEET = Sheet.of("partnerships", Line.class)
            .with("members", line -> each(line, City::code))
            .with("countries", line -> each(line, City::country))
            .with("published", line -> line.published() ? "yes" : "no")
            .only("code name programme line theme topics members countries cohort form coordinator status published");

    private static final String SELECT = """
        select p.code, in_language(p.name, p.name_translations, :language) as name, g.code as programme,
               coalesce(g.abbreviation, in_language(g.name, g.name_translations, :language)) as programme_name, p.line,
               in_language(p.theme, p.theme_translations, :language) as theme,
               array(select in_language(t.label, t.label_translations, :language) from partnership_topic t
                      where t.partnership = p.id and t.chosen order by t.position) as topics,
               m.members, p.cohort, p.form, p.coordinator, p.status, p.published,
               case when g.to_on < current_date then extract(year from g.to_on)::text end as as_of
          from partnership p
          join programme_portrait g on g.id = p.programme
          join partnership_seen_by s on s.id = p.id
          cross join lateral (
            select array_agg(o.code::text) as codes, array_agg(o.country::text) as countries,
                   string_agg(concat_ws(' ', in_language(o.name, o.name_translations, :language), o.local_name), ' ') as names,
                   jsonb_agg(jsonb_build_object(
                     'code', o.code, 'name', in_language(o.name, o.name_translations, :language),
                     'local_name', case when o.local_language <> :language then o.local_name end,
                     'local_language', o.local_language, 'country', o.country, 'group', f.code) order by m.side) as members
              from partnership_member m
              join organisation_brief o on o.id = m.organisation
              left join programme_group_brief f on f.id = m.programme_group
             where m.partnership = p.id and m.left_on is null) m
        """;

    /** Programmes that have such partnerships. */
    private static final String PROGRAMMES =
            "select k.programme from partnership k join partnership_seen_by s on s.id = k.id where ";

    private final JdbcClient sql;
    private final Rights rights;
    private final ProgrammeChoices programmes;

    PartnershipLists(JdbcClient sql, Rights rights, ProgrammeChoices programmes) {
        this.sql = sql;
        this.rights = rights;
        this.programmes = programmes;
    }

    @Bean
    Listing<Line> partnershipListing(Labels labels) {
        return Listing.of(SHEET, lines().terms(), this::list)
                .at("/api/v1/partnerships", "/partnerships")
                .forEveryone()
                .coded("form", CooperationForm.class)
                .coded("status", PartnershipStatus.class)
                .asking(ListForm.searching("partnerships.search")
                        .choice("programme", "partnerships.programme")
                        .choice("theme", "partnerships.field.theme")
                        .choice("country", "partnerships.country")
                        .choice("status", "partnerships.field.status")
                        .among((nothing, locale) -> Map.of(
                                "programme", programmes.among(PROGRAMMES + Seen.by(rights.current(), "s"), locale),
                                "theme", themes(locale),
                                "country", countries(locale),
                                "status",
                                        labels.of(
                                                "partnerships.status", Coded.codes(PartnershipStatus.class), locale))));
    }

    private static String each(Line line, Function<City, @Nullable String> part) {
        return line.members().stream().map(part).filter(Objects::nonNull).collect(Collectors.joining(";"));
    }

    /** One partnership as the list shows it, where the reader may see it. */
    Optional<Line> one(String code, Locale locale) {
        return lines().one(sql, "p.code", code, locale);
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    private ListSql<Line> lines() {
        return ListSql.of(SELECT, Line.class)
                .visibleTo(rights, "s")
                .search("concat_ws(' ', p.code, p.name, p.name_translations::text, p.theme, p.theme_translations::text,"
                        + " m.names)")
                .filter("programme", "g.code = :programme")
                .filter("country", ":country = any(m.countries)")
                .filter("city", ":city = any(m.codes)")
                .filter("theme", "p.topic in (select id from topic_label where :theme in (code, written))")
                .filter("line", "p.line = :line")
                .filter("status", "p.status = :status")
                .filter("published", "(case when p.published then 'yes' else 'no' end) = :published")
                .sort("name", "lower(name)")
                .sort("programme", "lower(programme_name)")
                .sort("theme", "theme")
                .sort("cohort", "cohort")
                .sort("status", "status")
                .usually("line nulls last, cohort desc nulls last, lower(name), code");
    }

    /** Themes that partnerships have which the reader sees. */
    private Map<String, String> themes(Locale locale) {
        return sql.sql("""
            select distinct t.code, in_language(t.label, t.label_translations, ?) as name
              from partnership p
              join partnership_seen_by s on s.id = p.id
              join topic_label t on t.id = p.topic
             where %s
             order by name
            """.formatted(Seen.by(rights.current(), "s")))
                .param(locale.getLanguage())
                .query(ListForm::ofRows);
    }

    /** Countries of cities in such partnerships. */
    private Map<String, String> countries(Locale locale) {
        return sql.sql("""
            select distinct c.code, in_language(c.name, c.name_translations, ?) as name
              from partnership_member m
              join partnership_seen_by s on s.id = m.partnership
              join organisation_brief o on o.id = m.organisation
              join country_brief c on c.code = o.country
             where %s
             order by name
            """.formatted(Seen.by(rights.current(), "s")))
                .param(locale.getLanguage())
                .query(ListForm::ofRows);
    }
}
