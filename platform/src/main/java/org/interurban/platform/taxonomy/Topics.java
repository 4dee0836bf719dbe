package org.interurban.platform.taxonomy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.shared.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The topics of all taxonomies. A topic is named by its taxonomy and its code in it: {@code list:CODE-2}. */
@Service
public class Topics {

    /** @param label in the reader's language */
    public record Topic(
            TopicId id,
            String taxonomy,
            String code,
            String label,
            @Nullable TopicId parent) {

        public String name() {
            return taxonomy + ":" + code;
        }
    }

    /** @param relation exact, close, broad (the other one is broader), narrow or related */
    public record Correspondence(TopicId from, Topic to, String relation) {}

    static final RowMapper<Topic> TOPIC = (rs, row) -> new Topic(
            new TopicId(rs.getObject("id", UUID.class)),
            rs.getString("taxonomy"),
            rs.getString("code"),
            rs.getString("label"),
            Identifier.ofNullable(rs.getObject("parent", UUID.class), TopicId::new));

    private static final String SELECT = """
        select t.id, x.code as taxonomy, t.code, in_language(t.label, t.label_translations, :language) as label, t.parent
          from topic t join taxonomy x on x.id = t.taxonomy
        """;

    private final JdbcClient sql;

    private final Rights rights;

    Topics(JdbcClient sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    public Optional<Topic> find(String taxonomy, String code) {
        return sql.sql(SELECT + " where x.code = :taxonomy and t.code = :code")
                .param("language", Locale.ENGLISH.getLanguage())
                .param("taxonomy", taxonomy)
                .param("code", code)
                .query(TOPIC)
                .optional();
    }

    /** Finds a topic by its whole name, {@code taxonomy:code}; a code alone is one of the usual list. */
    public Optional<Topic> find(String name) {
        var colon = name.indexOf(':');
        return colon < 0
                ? usual().flatMap(taxonomy -> find(taxonomy, name))
                : find(name.substring(0, colon), name.substring(colon + 1));
    }

    /**
     * The topic that somebody chose by its whole name: one of those that were offered, or of a list that the current person sees.
     *
     * @param offered their names
     */
    public Optional<Topic> chosen(String name, Collection<String> offered) {
        return find(name).filter(topic -> offered.contains(topic.name()) || sees(topic));
    }

    private boolean sees(Topic topic) {
        return sql.sql("select true from topic_seen_by s where s.id = ? and " + seen())
                .param(topic.id())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    private String seen() {
        return Seen.by(rights.current(), "s");
    }

    /**
     * What the current person may call topics, and the whole name of each; of those that share a label the one of the usual list is
     * called by it, the others with the name of their list.
     */
    public Map<String, String> named(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        sql.sql("""
            select in_language(t.label, t.label_translations, :language) as label,
                   in_language(x.name, x.name_translations, :language) as list, t.written
              from topic_label t
              join topic_seen_by s on s.id = t.id
              join taxonomy x on x.code = t.taxonomy
             where %s
             order by not t.usual, t.taxonomy, t.position
            """.formatted(seen())).param("language", locale.getLanguage()).query(rs -> {
            var label = rs.getString("label");
            var written = rs.getString("written");
            for (var name : List.of(label, "%s (%s)".formatted(label, rs.getString("list")), written)) {
                if (names.putIfAbsent(name, written) == null) {
                    break;
                }
            }
        });
        return names;
    }

    /** The code of the list in which programmes speak that name no other. */
    public Optional<String> usual() {
        return sql.sql("select code from taxonomy where usual")
                .query(String.class)
                .optional();
    }

    /**
     * Names of the lists that the current person sees by code, in their order.
     *
     * @param besides the code of one that stands already
     */
    public Map<String, String> lists(@Nullable String besides, Locale locale) {
        var lists = new LinkedHashMap<String, String>();
        sql.sql("""
            select x.code, in_language(x.name, x.name_translations, :language) as name
              from taxonomy x join taxonomy_seen_by s on s.id = x.id
             where x.code = :besides or %s
             order by x.position, x.code
            """.formatted(seen()))
                .param("language", locale.getLanguage())
                .param("besides", besides)
                .query(rs -> {
                    lists.put(rs.getString("code"), rs.getString("name"));
                });
        return lists;
    }

    /** All topics of a taxonomy in their order. */
    public List<Topic> of(String taxonomy, Locale locale) {
        return sql.sql(SELECT + " where x.code = :taxonomy order by t.position")
                .param("language", locale.getLanguage())
                .param("taxonomy", taxonomy)
                .query(TOPIC)
                .list();
    }

    /** What the topics correspond to in other taxonomies, read in both directions. */
    public List<Correspondence> correspondences(Collection<TopicId> topics, Locale locale) {
        return sql.sql("""
            with pair as (
              select from_topic as mine, to_topic as other, relation from crosswalk where from_topic = any(:topics)
              union
              select to_topic, from_topic,
                     case relation when 'broad' then 'narrow' when 'narrow' then 'broad' else relation end
                from crosswalk where to_topic = any(:topics))
            select p.mine, p.relation, t.id, x.code as taxonomy, t.code, t.parent,
                   in_language(t.label, t.label_translations, :language) as label
              from pair p join topic t on t.id = p.other join taxonomy x on x.id = t.taxonomy
             order by x.position, t.position
            """)
                .param("language", locale.getLanguage())
                .param("topics", topics.toArray(TopicId[]::new))
                .query((rs, row) -> new Correspondence(
                        new TopicId(rs.getObject("mine", UUID.class)), TOPIC.mapRow(rs, row), rs.getString("relation")))
                .list();
    }
}
