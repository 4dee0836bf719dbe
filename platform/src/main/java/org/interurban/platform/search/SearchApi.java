package org.interurban.platform.search;

import java.util.List;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs find. */
@RestController
@Open
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

    @GetMapping("/api/v1/search")
    Lists.Answer<Line> search(ListQuery query) {
        TERMS.refuseOthers(query);
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
        var slice = new Slice<>(lines, found.total(), query);
        return new Lists.Answer<>(lines, found.total(), slice.hasNext() ? query.nextLink() : null);
    }
}
