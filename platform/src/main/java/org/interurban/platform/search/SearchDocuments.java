package org.interurban.platform.search;

import java.util.Map;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.database.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where modules hand in what can be found, in the transaction that made it true; a moment later it is found. */
@Component
public class SearchDocuments {

    /** What is found of a record besides may tell of others, which not everyone sees. */
    static final String CHANGED_FOR_EVERYONE = "(d.url, d.title, d.text, d.published, d.removed) is distinct from"
            + " (excluded.url, excluded.title, excluded.text, excluded.published, false)";

    private final JdbcClient sql;
    private final JsonMapper json;

    SearchDocuments(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void put(SearchDocument document) {
        sql.sql("""
            insert into search_document as d
                   (kind, code, url, title, text, aliases, related, published, permission, scopes)
            values (:kind, :code, :url, :title::jsonb, :text::jsonb, :aliases, :related, :published,
                    :permission, :scopes)
            on conflict (kind, code) do update
               set url = excluded.url, title = excluded.title, text = excluded.text,
                   aliases = excluded.aliases, related = excluded.related,
                   published = excluded.published, permission = excluded.permission,
                   scopes = excluded.scopes, removed = false, written_in = pg_current_xact_id(),
                   changed_at = case when %s then now() else d.changed_at end
            """.formatted(CHANGED_FOR_EVERYONE))
                .param("kind", document.kind())
                .param("code", document.code())
                .param("url", document.url())
                .param("title", write(document.title()))
                .param("text", write(document.text()))
                .param("aliases", document.aliases().toArray(String[]::new))
                .param("related", document.related().toArray(String[]::new))
                .param("published", document.published())
                .param("permission", document.permission().name())
                .param(
                        "scopes",
                        document.scopes().stream().map(SearchDocuments::name).toArray(String[]::new))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String kind, String code) {
        sql.sql("""
            update search_document set removed = true, written_in = pg_current_xact_id()
             where kind = :kind and code = :code and not removed
            """).param("kind", kind).param("code", code).update();
    }

    private String write(Map<String, String> texts) {
        return json.writeValueAsString(texts);
    }

    static String name(Scope scope) {
        return Seen.name(scope);
    }
}
