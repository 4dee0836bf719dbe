package org.interurban.platform.activities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Seen;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kinds of activity of this network, in its order. */
@Repository
class KindsOfActivity {

    /** @param activities how many of it the reader sees */
    record Line(
            String code,
            String name,
            KindOfActivity.Nature nature,
            boolean hosted,
            boolean contact,
            boolean online,
            boolean launch,
            boolean retired,
            int activities) {}

    private static final String KIND = """
        select code, localized(name, name_translations) as name, nature, hosted, contact, online, launch, retired, version
          from activity_kind
        """;

    private final JdbcClient sql;
    private final Rights rights;

    KindsOfActivity(JdbcClient sql, Rights rights) {
        this.sql = sql;
        this.rights = rights;
    }

    Optional<KindOfActivity> find(String code) {
        return sql.sql(KIND + " where code = ?")
                .param(code)
                .query(KindOfActivity.class)
                .optional();
    }

    /** The code of the first that is offered. */
    Optional<String> first() {
        return choices(null, Locale.ROOT).keySet().stream().findFirst();
    }

    List<String> codes() {
        return sql.sql("select code from activity_kind order by position, code")
                .query(String.class)
                .list();
    }

    /**
     * Names by code, for a choice; those that are retired are not offered any more.
     *
     * @param kept one that is chosen already, and so stays in the choice
     */
    Map<String, String> choices(@Nullable String kept, Locale locale) {
        return names(kind -> !kind.retired() || kind.code().equals(kept), locale);
    }

    /** What people write for a kind, in the reader's language first, and its code. */
    Map<String, String> words(Locale locale) {
        var words = new LinkedHashMap<String, String>();
        for (var kind : sql.sql(KIND + " order by position, code")
                .query(KindOfActivity.class)
                .list()) {
            words.putIfAbsent(kind.name().in(locale), kind.code());
            words.putIfAbsent(kind.name().original(), kind.code());
            kind.name().words().values().forEach(word -> words.putIfAbsent(word, kind.code()));
        }
        return words;
    }

    /** All others, by which the place of a kind is told. */
    Map<String, String> besides(@Nullable KindOfActivity kind, Locale locale) {
        return names(other -> kind == null || !other.code().equals(kind.code()), locale);
    }

    private Map<String, String> names(Predicate<KindOfActivity> which, Locale locale) {
        var names = new LinkedHashMap<String, String>();
        sql.sql(KIND + " order by position, code").query(KindOfActivity.class).list().stream()
                .filter(which)
                .forEach(kind -> names.put(kind.code(), kind.name().in(locale)));
        return names;
    }

    /** The code of the one that stands before it in the order; empty where it is the first. */
    String before(String code) {
        return sql.sql("""
            select b.code from activity_kind k join activity_kind b on (b.position, b.code) < (k.position, k.code)
             where k.code = ? order by b.position desc, b.code desc limit 1
            """).param(code).query(String.class).optional().orElse("");
    }

    Slice<Line> list(ListQuery query) {
        return lines().run(sql, query);
    }

    private ListSql<Line> lines() {
        return ListSql.of(() -> """
            select k.code, in_language(k.name, k.name_translations, :language) as name, k.nature, k.hosted, k.contact, k.online,
                   k.launch, k.retired, k.position,
                   (select count(*) from activity a join activity_seen_by s on s.id = a.id
                     where a.type = k.code and %s) as activities
              from activity_kind k
            """.formatted(Seen.by(rights.current(), "s")), Line.class)
                .search("concat_ws(' ', k.code, k.name, in_language(k.name, k.name_translations, :language))")
                .filter("nature", "k.nature = :nature")
                .filter("retired", "k.retired = (:retired = 'yes')")
                .sort("name", "lower(name)")
                .sort("activities", "activities")
                .usually("position, code");
    }

    @Bean
    Listing<Line> activityKindListing() {
        return Listing.of(Sheet.of("activity-kinds", Line.class), lines().terms(), this::list)
                .at("/api/v1/activity-kinds", "/activities/kinds")
                .forEveryone();
    }

    @Bean
    RecordTable activityKindFile(RecordFiles files) {
        return files.file("activity_kinds", 59, "activity_kind", "code", """
            select code, name, name_translations as name_xx, nature, hosted, contact, online, launch, retired
              from activity_kind
             order by position, code
            """)
                .code("code")
                .text("name", "name", KindOfActivity.NAME_LENGTH)
                .translated("name", "name")
                .position("position")
                .choice("nature", KindOfActivity.Nature.class)
                .takes("hosted", "hosted", row -> row.yes("hosted"))
                .takes("contact", "contact", row -> row.yes("contact"))
                .takes("online", "online", row -> row.yes("online"))
                .takes("launch", "launch", row -> row.yes("launch"))
                .passesOver("every_line")
                .takes("retired", "retired", row -> row.yes("retired"));
    }

    /** A new one stands last until it is placed. */
    void insert(KindOfActivity kind) {
        write("""
            insert into activity_kind (id, code, name, name_translations, position, nature, hosted, contact, online, launch, retired,
                   version)
            select :id, :code, original_of(:name), translations_of(:name), coalesce(max(position), 0) + 1, :nature, :hosted, :contact,
                   :online, :launch, :retired, :version
              from activity_kind
            """, kind);
    }

    /** Whether the row was still at the version from which the change was made. */
    boolean update(KindOfActivity kind) {
        return write("""
            update activity_kind set name = original_of(:name), name_translations = translations_of(:name), nature = :nature,
                   hosted = :hosted, contact = :contact, online = :online, launch = :launch, retired = :retired,
                   version = version + 1
             where code = :code and version = :version
            """, kind) == 1;
    }

    private int write(String statement, KindOfActivity kind) {
        return sql.sql(statement)
                .param("id", Identifier.next())
                .param("code", kind.code())
                .param("name", kind.name())
                .param("nature", kind.nature())
                .param("hosted", kind.hosted())
                .param("contact", kind.contact())
                .param("online", kind.online())
                .param("launch", kind.launch())
                .param("retired", kind.retired())
                .param("version", kind.version())
                .update();
    }

    /** @param after the code of the one behind which it stands from now on; empty for the first place */
    void place(String code, String after) {
        sql.sql("""
            update activity_kind k set position = p.place
              from (select x.id, row_number() over (order by case when x.code = :code then coalesce(a.position, 0) else x.position end,
                                                             x.code = :code, x.code) as place
                      from activity_kind x left join activity_kind a on a.code = :after) p
             where p.id = k.id and p.place <> k.position
            """).param("code", code).param("after", after).update();
    }
}
