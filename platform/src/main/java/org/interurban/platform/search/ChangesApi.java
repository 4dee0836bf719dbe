package org.interurban.platform.search;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changed of what everyone may see, for programs that keep a copy: those that ask with {@code since} read no more than that. */
@Component
class ChangesApi {

    /**
     * @param url of its page
     * @param modified when what is known of it last changed
     */
    record Line(String kind, String code, String title, String url, OffsetDateTime modified) {}

    private static final ListSql<Line> LIST = ListSql.of("""
        select d.kind, d.code, d.url,
               coalesce(d.title ->> :language, d.title ->> 'und', (select min(value) from jsonb_each_text(d.title))) as title,
               d.changed_at as modified
          from search_document d
        """, Line.class)
            .always("d.published and not d.removed")
            .filter("kind", "d.kind = :kind")
            .filter("since", "d.changed_at >= cast(:since as timestamptz)")
            .sort("modified", "modified")
            .sort("kind", "kind")
            .usually("modified desc, kind, code");

    private final JdbcClient sql;

    ChangesApi(JdbcClient sql) {
        this.sql = sql;
    }

    @Bean
    Listing<Line> changesListing() {
        return Listing.of(Sheet.of("changes", Line.class), LIST.terms(), this::changes)
                .at("/api/v1/changes")
                .forEveryone();
    }

    /** A day, or a moment as JSON says it. */
    private Slice<Line> changes(ListQuery query) {
        var since = query.filter("since");
        if (!since.isEmpty() && !isMoment(since)) {
            throw new ListQuery.BadQuery("errors.query.since", "/api/v1/changes?since=2026-01-31");
        }
        return LIST.run(sql, query);
    }

    private static boolean isMoment(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? isDay(text) : isInstant(text);
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static boolean isInstant(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
