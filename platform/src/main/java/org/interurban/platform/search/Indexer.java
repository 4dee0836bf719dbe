package org.interurban.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps this node's index level with the documents in the database: reads those again whose rows changed, then carries every document
 * written since the last time into the index.
 */
@Component
@EnableScheduling
@EnableConfigurationProperties(SearchSettings.class)
class Indexer implements DisposableBean {

    /** Raised when fields or analysis change, so that indexes of before are made anew. */
    static final String VERSION = "2";

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

    /** All is read when the program starts and once in a while, since a source may read what it names no table for. */
    private static final Duration WHOLE_ROUND = Duration.ofHours(6);

    private static final String WHOLE = "*";

    /** So many changes of one table at once are an import; then a kind is read whole. */
    private static final int MANY = 500;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final List<SearchSource> sources;
    private final Languages languages;
    private final SearchSettings settings;
    private volatile SearchIndex index;
    private Instant nextWholeRound = Instant.MIN;
    private String horizon = "0";
    private boolean begun;

    Indexer(
            JdbcClient sql,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            List<SearchSource> sources,
            Languages languages,
            SearchSettings settings)
            throws IOException {
        this.sql = sql;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.sources = sources;
        this.languages = languages;
        this.settings = settings;
        this.index = open();
        follow();
    }

    private SearchIndex open() throws IOException {
        if (!settings.search().inMemory()) {
            var folder = settings.data().resolve("search-index");
            try {
                return open(folder);
            } catch (LockObtainFailedException e) {
                LOG.warn("Another process uses the index in {}; this one keeps its own in memory", folder);
            } catch (IOException e) {
                LOG.warn("No index can be kept in {} ({}); it is kept in memory", folder, e.toString());
            }
        }
        return new SearchIndex(new ByteBuffersDirectory(), weights(), languages.first());
    }

    /** All of it can be read again from the database, so one that is damaged is thrown away. */
    private SearchIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            return new SearchIndex(FSDirectory.open(folder), weights(), languages.first());
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException damaged) {
            LOG.warn("The search index in {} is made anew, since it cannot be read: {}", folder, damaged.toString());
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            return new SearchIndex(FSDirectory.open(folder), weights(), languages.first());
        }
    }

    private Map<String, Float> weights() {
        return sources.stream().collect(Collectors.toMap(SearchSource::kind, SearchSource::weight));
    }

    private synchronized void makeAnew(Exception broken) throws IOException {
        LOG.warn("The search index is made anew, since it broke: {}", broken.toString());
        IOUtils.closeWhileHandlingException(index);
        if (!settings.search().inMemory()) {
            FileSystemUtils.deleteRecursively(settings.data().resolve("search-index"));
        }
        index = open();
        begun = false;
    }

    SearchIndex index() {
        return index;
    }

    @Scheduled(fixedDelay = 2000)
    void keepLevel() {
        try {
            catchUp();
        } catch (DataAccessException | UncheckedIOException | AlreadyClosedException e) {
            LOG.warn("The search index could not be brought level and is tried again", e);
        }
    }

    synchronized void catchUp() {
        try {
            try {
                level();
            } catch (IOException | UncheckedIOException | AlreadyClosedException broken) {
                makeAnew(broken);
                level();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void level() throws IOException {
        if (!begun) {
            begin();
        }
        readSources();
        carry();
    }

    private void begin() throws IOException {
        var notes = index.notes();
        var origin = origin();
        var current = VERSION.equals(notes.get("version")) && origin.equals(notes.get("origin"));
        horizon = current ? notes.getOrDefault("horizon", "0") : "0";
        if (!current) {
            index.clear();
        }
        begun = true;
    }

    private String origin() {
        return sql.sql("select id from search_origin")
                .query(UUID.class)
                .single()
                .toString();
    }

    /** One node at a time; the others find the documents as it wrote them. */
    private void readSources() {
        var isWhole = !clock.instant().isBefore(nextWholeRound);
        var isMine = alone(() -> {
            if (isWhole) {
                sources.forEach(source -> due(source.kind(), List.of(WHOLE)));
            }
            distribute();
        });
        if (isWhole && isMine) {
            nextWholeRound = clock.instant().plus(WHOLE_ROUND);
        }
        var due = sql.sql("select distinct kind from search_due")
                .query(String.class)
                .list();
        sources.stream().filter(source -> due.contains(source.kind())).forEach(this::read);
    }

    /** Lets changes be noted of all that sources read. */
    private void follow() {
        sources.stream()
                .flatMap(source -> source.touchedBy().keySet().stream())
                .distinct()
                .sorted()
                .forEach(table -> sql.sql("select search_follows(?::regclass)")
                        .param(table)
                        .query((rs, row) -> true)
                        .single());
    }

    private boolean alone(Runnable work) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var isMine = sql.sql("select pg_try_advisory_xact_lock(hashtext('search'))")
                    .query(Boolean.class)
                    .single();
            if (isMine) {
                work.run();
            }
            return isMine;
        }));
    }

    /** Turns changes of rows into documents to be read. */
    private void distribute() {
        var tables = sources.stream()
                .flatMap(source -> source.touchedBy().keySet().stream())
                .distinct()
                .toArray(String[]::new);
        var changes = sql
                .sql("delete from search_change where table_name = any(?) returning table_name, keys::text as keys")
                .param(tables)
                .query((rs, row) -> Map.entry(rs.getString("table_name"), rs.getString("keys")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        for (var source : sources) {
            source.touchedBy().forEach((table, touched) -> {
                var keys = changes.getOrDefault(table, Set.of());
                if (keys.size() > MANY) {
                    due(source.kind(), List.of(WHOLE));
                } else if (!keys.isEmpty()) {
                    due(source.kind(), touched(touched, keys));
                }
            });
        }
    }

    private List<String> touched(String select, Set<String> keys) {
        return sql.sql("""
            select distinct code
              from (select keys::jsonb as keys from unnest(:keys) as given(keys)) changed
              cross join lateral (%s) touched(code)
             where code is not null
            """.formatted(select))
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private void due(String kind, List<String> codes) {
        sql.sql("insert into search_due (kind, code) select :kind, unnest(:codes) on conflict do nothing")
                .param("kind", kind)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    /** Writes only what differs. What is due stays so until it is written. */
    private void read(SearchSource source) {
        try {
            alone(() -> {
                var codes = sql.sql("delete from search_due where kind = ? returning code")
                        .param(source.kind())
                        .query(String.class)
                        .set();
                sql.sql(refresh(source))
                        .param("kind", source.kind())
                        .param("whole", codes.contains(WHOLE))
                        .param("codes", codes.toArray(String[]::new))
                        .update();
            });
        } catch (DataAccessException e) {
            LOG.error("The documents of kind {} could not be read", source.kind(), e);
        }
    }

    private static String refresh(SearchSource source) {
        return """
            with known (code, url, title, text, aliases, related, published, permission, scopes) as not materialized (
            %s
            ), current as (
              select * from known where :whole or code = any(:codes)
            ), put as (
              insert into search_document as d
                     (kind, code, url, title, text, aliases, related, published, permission, scopes)
              select :kind, code, url, title, text, aliases, related, published, permission, scopes from current
              on conflict (kind, code) do update
                 set url = excluded.url, title = excluded.title, text = excluded.text, aliases = excluded.aliases,
                     related = excluded.related, published = excluded.published,
                     permission = excluded.permission, scopes = excluded.scopes, removed = false,
                     written_in = pg_current_xact_id(), changed_at = case when %s then now() else d.changed_at end
               where (d.url, d.title, d.text, d.aliases, d.related, d.published, d.permission, d.scopes, d.removed)
                     is distinct from
                     (excluded.url, excluded.title, excluded.text, excluded.aliases, excluded.related,
                      excluded.published, excluded.permission, excluded.scopes, false)
            )
            update search_document
               set removed = true, written_in = pg_current_xact_id()
             where kind = :kind and not removed and (:whole or code = any(:codes)) and code not in (select code from current)
            """.formatted(source.sql(), SearchDocuments.CHANGED_FOR_EVERYONE);
    }

    /** Transactions still running may yet add rows below the newest, so the next round starts at the oldest of them. */
    private void carry() throws IOException {
        var next = sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        if (Long.parseLong(next) < Long.parseLong(horizon)) {
            index.clear();
            horizon = "0";
        }
        var carried = sql.sql("""
            select kind, code, url, title, text, aliases, related, published, permission, scopes, removed
              from search_document
             where written_in >= :horizon::xid8
            """)
                .param("horizon", horizon)
                .query((rs, row) -> carry(rs))
                .list();
        if (!carried.isEmpty()) {
            index.commit(Map.of("version", VERSION, "origin", origin(), "horizon", next));
        }
        horizon = next;
    }

    private String carry(ResultSet rs) throws SQLException {
        var kind = rs.getString("kind");
        var code = rs.getString("code");
        try {
            if (rs.getBoolean("removed")) {
                index.remove(kind, code);
            } else {
                index.put(new SearchDocument(
                        kind,
                        code,
                        rs.getString("url"),
                        texts(rs.getString("title")),
                        texts(rs.getString("text")),
                        texts(rs.getArray("aliases")),
                        texts(rs.getArray("related")),
                        rs.getBoolean("published"),
                        Permission.named(rs.getString("permission")),
                        scopes(texts(rs.getArray("scopes")))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return code;
    }

    /** What was written in a language that nobody said is taken to be in the network's first. */
    private Map<String, String> texts(String byLanguage) {
        var texts = new HashMap<>(json.readValue(byLanguage, TEXTS));
        var unsaid = texts.remove(SearchDocument.UNSAID);
        if (unsaid != null && texts.putIfAbsent(languages.first(), unsaid) != null) {
            texts.put(SearchDocument.UNSAID, unsaid);
        }
        return texts;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    private static Set<Scope> scopes(List<String> names) {
        return names.stream()
                .map(name -> name.split(":", 2))
                .map(parts -> new Scope(
                        new Scope.Kind(parts[0].toUpperCase(Locale.ROOT).replace('-', '_'), ""),
                        new Scope.Id(UUID.fromString(parts[1]))))
                .collect(Collectors.toSet());
    }

    Found find(String question, String kind, Person reader, String language, int offset, int limit) {
        var asked = index;
        try {
            return asked.find(question, kind, reader, language, offset, limit);
        } catch (UncheckedIOException | AlreadyClosedException broken) {
            refill(asked, broken);
            return index.find(question, kind, reader, language, offset, limit);
        }
    }

    private synchronized void refill(SearchIndex asked, Exception broken) {
        try {
            if (asked == index) { // else somebody else made it anew meanwhile
                makeAnew(broken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        catchUp();
    }

    @Override
    public void destroy() throws IOException {
        index.close();
    }
}
