package org.interurban.platform.participants;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
            String standing,
            int capacityMin,
            int capacityMax,
            int offers,
            int seeks,
            int interests) {

        /** As sheets and files call it; {@code localName} is what it was called before. */
        @JsonProperty
        public @Nullable String nameLocal() {
            return localName;
        }
    }

    /** A body of the directory that may be added. */
    record Candidate(
            String code,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String countryName,
            boolean takesPart,
            boolean exact) {}

    static final Sheet<Line> SHEET = Sheet.of("participants", Line.class)
            .only(
                    "programme organisation name country group cohort standing capacity_min capacity_max offers seeks interests"
                            + " group_name");

    static final String NAMES = """
        in_language(o.name, o.name_translations, :language) as name,
        case when o.local_language <> :language then o.local_name end as local_name, o.local_language, o.country,
        in_language(c.name, c.name_translations, :language) as country_name
        """;

    static final ListSql<Line> LIST = ListSql.of("select cast(:in as text) as programme, " + NAMES + """
            , o.code as organisation, g.code as "group",
              in_language(g.name, g.name_translations, :language) as group_name, g.colour as group_colour, g.position,
              a.cohort, a.status as standing, a.capacity_min, a.capacity_max,
              (select count(*) from profile_line l where l.participant = a.id and l.kind = 'offer')::int as offers,
              (select count(*) from profile_line l where l.participant = a.id and l.kind = 'seek')::int as seeks,
              (select count(*) from profile_line l where l.participant = a.id and l.kind = 'interest')::int as interests
              from participant a
              join organisation_brief o on o.id = a.organisation
              left join country_brief c on c.code = o.country
              left join programme_group_brief g on g.id = a.programme_group
            """, Line.class)
            .always("a.programme = :of and a.left_on is null")
            .filter("standing", "a.status = :standing")
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

    /** As many bodies as are shown for one name: a word that more of them hold is to be written out. */
    static final int MOST_OF_A_WORD = 20;

    /** What the directory knows of one name that somebody wrote. */
    record Named(String word, List<Candidate> candidates) {

        /** The only one whose name it is; null where there is none, or more than one. */
        public @Nullable Candidate only() {
            var exact = candidates.stream().filter(Candidate::exact).toList();
            return exact.size() == 1 ? exact.getFirst() : null;
        }

        /** There may be more than those shown. */
        public boolean isCut() {
            return candidates.size() == MOST_OF_A_WORD;
        }
    }

    private record Hit(
            String word,
            @Nullable String code,
            @Nullable String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String countryName,
            boolean takesPart,
            boolean exact) {}

    /**
     * For each word up to {@link #MOST_OF_A_WORD} bodies of which a name holds it, in any script; those of just this name first, then
     * cities.
     */
    List<Named> candidates(Programme programme, List<String> words, Locale locale) {
        var found = new LinkedHashMap<String, List<Candidate>>();
        words.forEach(word -> found.put(word, new ArrayList<>()));
        sql.sql(
                        "with word as (select * from unnest(:words::text[], :patterns::text[]) with ordinality as w(word, part, place))"
                                + " select w.word, " + NAMES + """
            , o.code,
              exists (select from participant a where a.organisation = o.id and a.programme = :programme
                         and a.left_on is null) as takes_part,
              o.exact
              from word w
              cross join lateral (
                select x.*, lower(w.word) in (lower(x.name), lower(coalesce(x.local_name, '')), x.code)
                         or exists (select from organisation_alias n
                                     where n.organisation = x.id and lower(n.name) = lower(w.word)) as exact
                  from organisation_brief x
                 where x.name ilike w.part or x.code ilike w.part or x.local_name ilike w.part
                    or exists (select from country_brief b where b.code = x.country and b.name ilike w.part)
                    or exists (select from organisation_alias n where n.organisation = x.id and n.name ilike w.part)
                 order by exact desc, x.local_government desc, lower(x.name)
                 limit :most) o
              left join country_brief c on c.code = o.country
             order by w.place, o.exact desc, o.local_government desc, lower(o.name)
            """)
                .param("language", locale.getLanguage())
                .param("programme", programme.id().value())
                .param("most", MOST_OF_A_WORD)
                .param("words", words.toArray(String[]::new))
                .param("patterns", words.stream().map(ParticipantLists::pattern).toArray(String[]::new))
                .query(Hit.class)
                .list()
                .forEach(hit -> found.getOrDefault(hit.word(), new ArrayList<>())
                        .add(new Candidate(
                                Objects.requireNonNull(hit.code()),
                                Objects.requireNonNull(hit.name()),
                                hit.localName(),
                                hit.localLanguage(),
                                hit.countryName(),
                                hit.takesPart(),
                                hit.exact())));
        return found.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
