package org.interurban.platform.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.Sheet;
import org.interurban.platform.web.Slice;
import org.springframework.http.ResponseEntity;
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

    private static final Sheet<Line> SHEET = new Sheet<>(
            "search",
            List.of(
                    new Sheet.Column<>("kind", Line::kind),
                    new Sheet.Column<>("code", Line::code),
                    new Sheet.Column<>("title", Line::title),
                    new Sheet.Column<>("language", Line::language),
                    new Sheet.Column<>("excerpt", Line::excerpt),
                    new Sheet.Column<>("url", Line::url)));

    private final Indexer indexer;
    private final Rights rights;

    SearchApi(Indexer indexer, Rights rights) {
        this.indexer = indexer;
        this.rights = rights;
    }

    @GetMapping({"/api/v1/search", "/api/v1/search.csv", "/api/v1/search.xlsx"})
    ResponseEntity<Lists.Answer<Line>> search(HttpServletRequest request, ListQuery query) {
        TERMS.refuseOthers(query);
        if (query.q().isEmpty()) {
            throw new ListQuery.BadQuery("errors.query.words", "/api/v1/search?q=seoul");
        }
        return Lists.answer(request, query, SHEET, this::found);
    }

    private Slice<Line> found(ListQuery query) {
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
