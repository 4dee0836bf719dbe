package org.interurban.platform.search;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.ListSql;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changed of what everyone may see, for programs that keep a copy: those that ask with {@code since} read no more than that. */
@Component
class ChangesApi {

    /**
     * @param title null, as its address, of what is not for everyone any more
     * @param url of its page
     * @param modified when what is known of it last changed, or since when it is not for everyone
     * @param removed whether it was for everyone and is no longer: a copy of it goes
     */
    record Line(
            String kind,
            String code,
            @Nullable String title,
            @Nullable String url,
            OffsetDateTime modified,
            boolean removed) {}

    private static final String PUBLIC = "d.published and not d.removed";

    private static final ListSql<Line> LIST = ListSql.of("""
        select d.kind, d.code,
               case when %1$s then d.url end as url,
               case when %1$s
                 then coalesce(d.title ->> :language, d.title ->> 'und', (select min(value) from jsonb_each_text(d.title)))
               end as title,
               d.changed_at as modified, not (%1$s) as removed
          from search_document d
        """.formatted(PUBLIC), Line.class)
            .always("(" + PUBLIC + " or d.was_public)")
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
