package org.interurban.platform.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.interurban.platform.web.OtherSpelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of records that everyone may find, and of the pages below them. */
@Component
class SpelledAddresses implements OtherSpelling {

    private final JdbcClient sql;

    SpelledAddresses(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> of(String path) {
        var small = path.toLowerCase(Locale.ROOT);
        var wholes = Stream.iterate(
                        small, part -> part.lastIndexOf('/') > 0, part -> part.substring(0, part.lastIndexOf('/')))
                .toArray(String[]::new);
        return sql.sql("""
            select url from search_document
             where lower(url) = any(:wholes) and published and not removed
             order by length(url) desc, url limit 1
            """)
                .param("wholes", wholes)
                .query(String.class)
                .optional()
                .map(url -> url + below(small, url.length()));
    }

    /** What stands below a record is written small. */
    private static String below(String path, int whole) {
        return path.substring(Math.min(path.length(), whole));
    }
}
