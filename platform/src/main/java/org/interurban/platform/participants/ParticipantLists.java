package org.interurban.platform.participants;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.programmes.GroupColour;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of who takes part in a programme, and of who could. */
@Repository
class ParticipantLists {

    record Line(
            String programme,
            String organisation,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String country,
            @Nullable String countryName,
            @Nullable String group,
            @Nullable String groupName,
            @Nullable GroupColour groupColour,
            String cohort,
            int capacityMin,
            int capacityMax,
            int offers,
            int seeks,
            int interests) {}

    /** A body of the directory that may be added. */
    record Candidate(
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String countryName,
            boolean takesPart) {}

    static final Sheet<Line> SHEET = Sheet.of("participants", Line.class)
            .only(
                    "programme organisation name country group cohort capacity_min capacity_max offers seeks interests group_name");

    private static final String NAMES = """
        in_language(o.name, o.name_translations, :language) as name,
        case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.country,
        in_language(c.name, c.name_translations, :language) as country_name
        """;

    static final ListSql<Line> LIST = ListSql.of("select cast(:in as text) as programme, " + NAMES + """
            , o.code as organisation, g.code as "group",
              in_language(g.name, g.name_translations, :language) as group_name, g.colour as group_colour, g.position,
              a.cohort, a.capacity_min, a.capacity_max,
              (select count(*) from profile_line l where l.participant = a.id and l.kind = 'offer')::int as offers,
              (select count(*) from profile_line l where l.participant = a.id and l.kind = 'seek')::int as seeks,
              (select count(*) from profile_line l where l.participant = a.id and l.kind = 'interest')::int as interests
              from participant a
              join organisation_brief o on o.id = a.organisation
              left join country_brief c on c.code = o.country
              left join programme_group_brief g on g.id = a.programme_group
            """, Line.class)
            .always("a.programme = :of and a.left_on is null")
            .search("concat_ws(' ', o.code, o.name, o.local_name, o.name_translations::text, c.name)")
            .filter("group", "g.code = :group")
            .filter("cohort", "a.cohort = :cohort")
            .filter("country", "o.country = :country")
            .sort("name", "lower(name)")
            .sort("country", "country_name")
            .sort("group", "position")
            .sort("cohort", "cohort")
            .sort("offers", "offers")
            .sort("seeks", "seeks")
            .usually("position nulls last, lower(name), organisation, cohort");

    private final JdbcClient sql;

    ParticipantLists(JdbcClient sql) {
        this.sql = sql;
    }

    Slice<Line> list(Programme programme, ListQuery query) {
        return LIST.with("of", programme.id()).with("in", programme.code()).run(sql, query);
    }

    /** Bodies of which a name holds one of the words, in any script; cities first. */
    List<Candidate> candidates(Programme programme, Collection<String> words, Locale locale) {
        return sql.sql("select " + NAMES + """
            , o.code,
              exists (select from participant a where a.organisation = o.id and a.programme = :programme
                         and a.left_on is null) as takes_part
              from organisation_brief o left join country_brief c on c.code = o.country
             where exists (select from unnest(:words::text[]) as word(part)
                            where o.name ilike part or o.code ilike part or o.local_name ilike part
                               or c.name ilike part
                               or exists (select from organisation_alias n
                                           where n.organisation = o.id and n.name ilike part))
             order by o.local_government desc, lower(o.name)
             limit 100
            """)
                .param("language", locale.getLanguage())
                .param("programme", programme.id().value())
                .param(
                        "words",
                        words.stream()
                                .map(word -> "%"
                                        + word.replace("\\", "\\\\")
                                                .replace("%", "\\%")
                                                .replace("_", "\\_") + "%")
                                .toArray(String[]::new))
                .query(Candidate.class)
                .list();
    }
}
