package org.interurban.platform.search;

import java.util.List;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Listing;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What programs find. */
@Component
class SearchApi {

    /** @param language of the title that is given */
    record Line(String kind, String code, String title, String language, String excerpt, String url) {}

    /** The best comes first, whatever else is asked. */
    private static final ListQuery.Terms TERMS = new ListQuery.Terms(List.of("kind"), List.of());

    private final Indexer indexer;
    private final Rights rights;

    SearchApi(Indexer indexer, Rights rights) {
        this.indexer = indexer;
        this.rights = rights;
    }

    @Bean
    Listing<Line> searchListing() {
        return Listing.of(Sheet.of("search", Line.class), TERMS, this::found)
                .at("/api/v1/search")
                .sheetsOnlyOfSome("/api/v1/search.csv?q=seoul")
                .forEveryone();
    }

    private Slice<Line> found(ListQuery query) {
        if (query.q().isEmpty()) {
            throw new ListQuery.BadQuery("errors.query.words", "/api/v1/search?q=seoul");
        }
        var found = indexer.find(
                query.q(),
                query.filter("kind"),
                rights.current(),
                query.locale().getLanguage(),
                query.offset(),
                query.limit());
        var lines = found.hits().stream()
                .map(hit -> new Line(
                        hit.kind(),
                        hit.code(),
                        hit.title().text(),
                        hit.title().language(),
                        hit.excerpt().text(),
                        hit.url()))
                .toList();
        return new Slice<>(lines, found.total(), query);
    }
}
