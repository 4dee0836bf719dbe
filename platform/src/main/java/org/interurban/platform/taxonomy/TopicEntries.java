package org.interurban.platform.taxonomy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.shared.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The topics of lists as they are kept. */
@Repository
class TopicEntries {

    private static final int CODE_LENGTH = 60;

    private static final String ENTRY = """
        select t.id, x.code as list, t.code, localized(t.label, t.label_translations) as label, p.code as parent, t.alternatives,
               t.relevant, t.note, t.version
          from topic t
          join taxonomy x on x.id = t.taxonomy
          left join topic p on p.id = t.parent
        """;

    private final JdbcClient sql;
    private final ObjectProvider<RestsOnTopics> resting;

    TopicEntries(JdbcClient sql, ObjectProvider<RestsOnTopics> resting) {
        this.sql = sql;
        this.resting = resting;
    }

    /** What names topics of the list, by kind. */
    List<RestsOnTopics.Things> resting(String list, List<TopicEntry> topics) {
        return sql.sql(resting.orderedStream()
                        .map(RestsOnTopics::counted)
                        .collect(Collectors.joining(" union all ", "select * from (", ") things where many > 0")))
                .param("list", list)
                .param("topics", topics.stream().map(TopicEntry::id).toArray(TopicId[]::new))
                .query(RestsOnTopics.Things.class)
                .list();
    }

    /** In their order. */
    List<TopicEntry> of(String list) {
        return sql.sql(ENTRY + " where x.code = ? order by t.position, t.code")
                .param(list)
                .query(TopicEntry.class)
                .list();
    }

    List<TopicEntry> all() {
        return sql.sql(ENTRY + " order by x.position, t.position, t.code")
                .query(TopicEntry.class)
                .list();
    }

    Optional<TopicEntry> find(String list, String code) {
        return sql.sql(ENTRY + " where x.code = ? and t.code = ?")
                .params(list, code)
                .query(TopicEntry.class)
                .optional();
    }

    /** A code within the list; whoever asks works on the list alone. */
    String freeCode(String list, String label) {
        var slug = Slug.of(label, "topic");
        var wanted = slug.substring(0, Math.min(slug.length(), CODE_LENGTH));
        return sql.sql("""
            select case when n = 1 then :wanted else :wanted || '-' || n end as code from generate_series(1, 100000) n
             where not exists (select from topic_label t where t.taxonomy = :list
                                  and t.code = case when n = 1 then :wanted else :wanted || '-' || n end)
             order by n limit 1
            """)
                .param("list", list)
                .param("wanted", wanted)
                .query(String.class)
                .single();
    }

    /** A new one stands last in its list. */
    void insert(TopicEntry entry) {
        write("""
            insert into topic (id, taxonomy, code, label, label_translations, parent, alternatives, relevant, note, position)
            select :id, x.id, :code, original_of(:label), translations_of(:label),
                   (select p.id from topic p where p.taxonomy = x.id and p.code = :parent), array[:alternatives]::text[], :relevant, :note,
                   coalesce((select max(position) from topic t where t.taxonomy = x.id), 0) + 1
              from taxonomy x where x.code = :list
            """, entry);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(TopicEntry entry) {
        return write("""
            update topic t set label = original_of(:label), label_translations = translations_of(:label),
                   parent = (select p.id from topic p where p.taxonomy = t.taxonomy and p.code = :parent),
                   alternatives = array[:alternatives]::text[], relevant = :relevant, note = :note, version = version + 1
             where id = :id and version = :version
            """, entry) == 1;
    }

    /** Each part of a topic by its name. */
    private int write(String statement, TopicEntry entry) {
        return sql.sql(statement).paramSource(entry).update();
    }

    /** @param after the code of the one behind which it stands from now on; empty for the first place */
    void place(TopicEntry entry, String after) {
        sql.sql("""
            update topic k set position = p.place
              from (select x.id, row_number() over (order by case when x.code = :code then coalesce(a.position, 0) else x.position end,
                                                             x.code = :code, x.code) as place
                      from topic x left join topic a on a.taxonomy = x.taxonomy and a.code = :after
                     where x.taxonomy = (select id from taxonomy where code = :list)) p
             where p.id = k.id and p.place <> k.position
            """)
                .param("list", entry.list())
                .param("code", entry.code())
                .param("after", after)
                .update();
    }

    /** What stood below it stands below the other from now on, with what it corresponds to. */
    void hand(TopicEntry from, TopicEntry to) {
        sql.sql("update topic set parent = :to, version = version + 1 where parent = :from and id <> :to")
                .param("from", from.id())
                .param("to", to.id())
                .update();
        sql.sql("update topic t set parent = o.parent, version = t.version + 1 from topic o where t.id = :to"
                        + " and t.parent = :from and o.id = :from")
                .param("from", from.id())
                .param("to", to.id())
                .update();
        sql.sql("""
            insert into crosswalk (from_topic, to_topic, relation)
            select :to, to_topic, relation from crosswalk where from_topic = :from and to_topic <> :to
            union
            select from_topic, :to, relation from crosswalk where to_topic = :from and from_topic <> :to
            on conflict (from_topic, to_topic) do nothing
            """).param("from", from.id()).param("to", to.id()).update();
    }

    /** What names the one names the other, or none. */
    void move(TopicEntry from, @Nullable TopicEntry to) {
        resting.orderedStream().forEach(those -> those.move(from.id(), to == null ? null : to.id()));
    }

    /** The words of the one are other words of the other. */
    void know(TopicEntry into, TopicEntry from) {
        sql.sql("""
            update topic set version = version + 1,
                   alternatives = array(select distinct w from unnest(alternatives || :words) w where lower(w) <> lower(label))
             where id = :id
            """)
                .param("id", into.id())
                .param(
                        "words",
                        Stream.concat(Stream.of(from.label().original()), from.alternatives().stream())
                                .toArray(String[]::new))
                .update();
    }

    /** What stood below it stands where it stood. */
    void remove(TopicEntry entry) {
        sql.sql("delete from crosswalk where :id in (from_topic, to_topic)")
                .param("id", entry.id())
                .update();
        sql.sql("update topic t set parent = o.parent, version = t.version + 1 from topic o where o.id = :id"
                        + " and t.parent = o.id")
                .param("id", entry.id())
                .update();
        sql.sql("delete from topic where id = ?").param(entry.id()).update();
    }
}
