package org.interurban.platform.participants;

import java.time.OffsetDateTime;
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

/** What the profiles of a programme say, one city below the other. */
@Repository
class ProfileGrid {

    /**
     * @param missing of offers, seeks and languages what the profile says nothing of
     * @param askedAt when its people were last asked to complete it
     */
    record Line(
            String programme,
            String organisation,
            String name,
            @Nullable String localName,
            @Nullable String localLanguage,
            @Nullable String countryName,
            @Nullable String groupName,
            @Nullable GroupColour groupColour,
            String standing,
            List<String> offers,
            List<String> seeks,
            List<String> interests,
            List<String> languages,
            List<String> missing,
            @Nullable OffsetDateTime askedAt) {

        public List<String> languageNames(Locale reader) {
            return languages.stream()
                    .map(language -> LanguageNames.names(List.of(language), reader))
                    .toList();
        }
    }

    static final List<String> PARTS = List.of("offers", "seeks", "languages");

    static final Sheet<Line> SHEET = Sheet.of("profiles", Line.class)
            .only("programme organisation name group_name standing offers seeks interests languages missing");

    static final ListSql<Line> LIST = ListSql.of(
                    "select x.* from (select cast(:in as text) as programme, " + ParticipantLists.NAMES + """
            , o.code as organisation, g.code as "group",
              in_language(g.name, g.name_translations, :language) as group_name, g.colour as group_colour, g.position,
              a.status as standing, l.offers, l.seeks, l.interests, a.languages,
              k.missing,
              (select max(n.told_at) from notice_brief n
                where n.subject_kind = 'participant' and n.subject_key = :in || '/' || o.code
                  and n.words = 'participants.ask') as asked_at
              from (select distinct on (organisation) * from participant
                     where programme = :of and left_on is null order by organisation, cohort desc) a
              join profile_lack k on k.participant = a.id
              join organisation_brief o on o.id = a.organisation
              left join country_brief c on c.code = o.country
              left join programme_group_brief g on g.id = a.programme_group
             cross join lateral (
               select coalesce(array_agg(k.said order by k.position) filter (where k.kind = 'offer'), '{}') as offers,
                      coalesce(array_agg(k.said order by k.position) filter (where k.kind = 'seek'), '{}') as seeks,
                      coalesce(array_agg(k.said order by k.position) filter (where k.kind = 'interest'), '{}') as interests
                 from (select p.kind, p.position, in_language(p.statement, p.statement_translations, :language) as said
                         from profile_line p where p.participant = a.id) k) l) x
            """,
                    Line.class)
            .search(
                    "concat_ws(' ', x.organisation, x.name, x.local_name, x.country_name, x.offers::text, x.seeks::text,"
                            + " x.interests::text)")
            .filter("group", "x.\"group\" = :group")
            .filter("standing", "x.standing = :standing")
            .filter(
                    "missing",
                    "case :missing when 'nothing' then x.missing = '{}' when 'anything' then x.missing <> '{}'"
                            + " else :missing = any(x.missing) end")
            .sort("name", "lower(name)")
            .sort("group", "position")
            .sort("offers", "cardinality(offers)")
            .sort("seeks", "cardinality(seeks)")
            .sort("missing", "cardinality(missing)")
            .usually("position nulls last, lower(name), organisation");

    private final JdbcClient sql;

    ProfileGrid(JdbcClient sql) {
        this.sql = sql;
    }

    Slice<Line> list(Programme programme, ListQuery query) {
        return LIST.with("of", programme.id()).with("in", programme.code()).run(sql, query);
    }
}
