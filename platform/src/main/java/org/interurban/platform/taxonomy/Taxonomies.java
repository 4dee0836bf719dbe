package org.interurban.platform.taxonomy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All taxonomies. */
@Repository
class Taxonomies {

    record Taxonomy(
            String code,
            String name,
            @Nullable String programme,
            boolean usual,
            @Nullable String note,
            int topics) {}

    /** A topic with all below it. */
    record Node(
            Topics.Topic topic,
            @Nullable Boolean relevant,
            @Nullable String note,
            List<Node> below) {}

    record Tree(String code, String name, List<Node> nodes) {}

    /** A topic as lists show it. */
    record Line(
            String taxonomy,
            String code,
            String label,
            @Nullable String parent,
            @Nullable Boolean relevant,
            @Nullable String note) {}

    private record Found(
            Topics.Topic topic,
            String taxonomyName,
            @Nullable Boolean relevant,
            @Nullable String note) {}

    private static final String SELECT = """
        select x.code, in_language(x.name, x.name_translations, :language) as name, x.programme, x.usual, x.note, x.position,
               (select count(*) from topic t where t.taxonomy = x.id)::int as topics
          from taxonomy x join taxonomy_seen_by s on s.id = x.id
        """;

    private final JdbcClient sql;
    private final Rights rights;

    Taxonomies(JdbcClient sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    private String seen() {
        return Seen.by(rights.current(), "s");
    }

    List<Taxonomy> all(Locale locale) {
        return sql.sql(SELECT + " where " + seen() + " order by x.position")
                .param("language", locale.getLanguage())
                .query(Taxonomy.class)
                .list();
    }

    @Bean
    Listing<Taxonomy> taxonomyListing() {
        return Listing.of(
                        Sheet.of("taxonomies", Taxonomy.class).only("code name programme usual topics note"),
                        taxonomies().terms(),
                        query -> taxonomies().run(sql, query))
                .at("/api/v1/taxonomies")
                .forEveryone();
    }

    @Bean
    Listing<Line> topicListing() {
        return Listing.of(Sheet.of("topics", Line.class), topics().terms(), this::list)
                .at("/api/v1/topics", "/topics")
                .forEveryone();
    }

    private ListSql<Taxonomy> taxonomies() {
        return ListSql.of(SELECT, Taxonomy.class)
                .visibleTo(rights, "s")
                .search("concat_ws(' ', x.code, x.name, x.name_translations::text)")
                .filter("programme", "x.programme = :programme")
                .sort("name", "lower(name)")
                .sort("topics", "topics")
                .usually("position");
    }

    /** The trees of one taxonomy or, where it is empty, of all; cut down to the topics with the words and those above them. */
    List<Tree> trees(String taxonomy, String words, Locale locale) {
        var found = sql.sql("""
            with recursive hit as (
              select t.id, t.parent
                from topic t join taxonomy x on x.id = t.taxonomy join taxonomy_seen_by s on s.id = x.id
               where\s""" + seen() + """
                 and (:taxonomy = '' or x.code = :taxonomy)
                 and concat_ws(' ', t.code, t.label, in_language(t.label, t.label_translations, :language))
                     ilike '%' || :words || '%'
              union
              select t.id, t.parent from topic t join hit on t.id = hit.parent)
            select t.id, x.code as taxonomy, in_language(x.name, x.name_translations, :language) as taxonomy_name, t.code,
                   in_language(t.label, t.label_translations, :language) as label, t.parent, t.relevant, t.note
              from topic t join taxonomy x on x.id = t.taxonomy
             where t.id in (select id from hit)
             order by x.position, t.position
            """)
                .param("language", locale.getLanguage())
                .param("taxonomy", taxonomy)
                .param(
                        "words",
                        words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .query((rs, row) -> new Found(
                        Topics.TOPIC.mapRow(rs, row),
                        rs.getString("taxonomy_name"),
                        rs.getObject("relevant", Boolean.class),
                        rs.getString("note")))
                .list();
        var trees = new ArrayList<Tree>();
        found.stream()
                .collect(groupingBy(one -> one.topic().taxonomy(), LinkedHashMap::new, toList()))
                .forEach((code, topics) ->
                        trees.add(new Tree(code, topics.getFirst().taxonomyName(), below(topics, null))));
        return trees;
    }

    private static List<Node> below(List<Found> topics, @Nullable TopicId parent) {
        return topics.stream()
                .filter(found -> Objects.equals(found.topic().parent(), parent))
                .map(found -> new Node(
                        found.topic(),
                        found.relevant(),
                        found.note(),
                        below(topics, found.topic().id())))
                .toList();
    }

    Slice<Line> list(ListQuery query) {
        return topics().run(sql, query);
    }

    private ListSql<Line> topics() {
        return ListSql.of("""
            select x.code as taxonomy, t.code, in_language(t.label, t.label_translations, :language) as label,
                   p.code as parent, t.relevant, t.note, x.position as list_position, t.position
              from topic t
              join taxonomy x on x.id = t.taxonomy
              join taxonomy_seen_by s on s.id = x.id
              left join topic p on p.id = t.parent
            """, Line.class)
                .visibleTo(rights, "s")
                .search("concat_ws(' ', t.code, t.label, in_language(t.label, t.label_translations, :language))")
                .filter("taxonomy", "x.code = :taxonomy")
                .filter("parent", "p.code = :parent")
                .sort("label", "lower(label)")
                .usually("list_position, position");
    }
}
