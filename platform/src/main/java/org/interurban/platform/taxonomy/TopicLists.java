package org.interurban.platform.taxonomy;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Codes;
import org.interurban.platform.database.Seen;
import org.interurban.platform.shared.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of topics, each kept as a whole. */
@Repository
class TopicLists {

    private static final String LIST = """
        select x.id, x.code, localized(x.name, x.name_translations) as name, x.programme, x.usual, x.note, s.scopes, x.version
          from taxonomy x join taxonomy_seen_by s on s.id = x.id
         where x.code = ?\
        """;

    private final JdbcClient sql;
    private final Codes codes;
    private final Rights rights;

    TopicLists(JdbcClient sql, Codes codes, Rights rights) {
        this.sql = sql;
        this.codes = codes;
        this.rights = rights;
    }

    /** The list, where the current person sees it. */
    Optional<TopicList> seen(String code) {
        return sql.sql(LIST + " and " + Seen.by(rights.current(), "s"))
                .param(code)
                .query(TopicList.class)
                .optional();
    }

    Optional<TopicList> find(String code) {
        return sql.sql(LIST).param(code).query(TopicList.class).optional();
    }

    /** Where the list lies, for the right to keep it; empty for the lists of the network. */
    static Scope[] scopes(TopicList list) {
        return list.scopes().stream().map(TopicLists::scope).toArray(Scope[]::new);
    }

    private static Scope scope(String written) {
        var colon = written.indexOf(':');
        var kind = written.substring(0, colon).toUpperCase(Locale.ROOT).replace('-', '_');
        return new Scope(new Scope.Kind(kind, kind), new Scope.Id(UUID.fromString(written.substring(colon + 1))));
    }

    String freeCode(String name) {
        return codes.named("taxonomy", Slug.of(name, "topics"));
    }

    /** A new one stands last. */
    void insert(TopicList list) {
        if (list.usual()) {
            leaveUsual();
        }
        sql.sql("""
            insert into taxonomy (id, code, name, name_translations, programme, usual, note, position)
            select :id, :code, original_of(:name), translations_of(:name), :programme, :usual, :note, coalesce(max(position), 0) + 1
              from taxonomy
            """).paramSource(list).update();
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(TopicList list) {
        if (list.usual()) {
            leaveUsual();
        }
        return sql.sql("""
            update taxonomy set name = original_of(:name), name_translations = translations_of(:name), usual = :usual, note = :note,
                   version = version + 1
             where id = :id and version = :version
            """).paramSource(list).update() == 1;
    }

    /** Until the transaction ends nobody else changes the list or its topics. */
    void alone(TopicList list) {
        sql.sql("select id from taxonomy where id = ? for update")
                .param(list.id())
                .query(UUID.class)
                .optional();
    }

    void remove(TopicList list) {
        sql.sql("delete from taxonomy where id = ?").param(list.id()).update();
    }

    private void leaveUsual() {
        sql.sql("update taxonomy set usual = false, version = version + 1 where usual")
                .update();
    }
}
