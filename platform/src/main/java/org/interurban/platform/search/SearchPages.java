package org.interurban.platform.search;

import java.util.List;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One box for everything that can be found. */
@Controller
@Open
class SearchPages {

    private static final int ROWS = 20;

    /** What people may look for, in some of the scripts; only what is found here is offered. */
    private static final List<String> EXAMPLES = List.of("smart city", "waste", "교통", "水", "énergie");

    private final Indexer indexer;
    private final Rights rights;

    SearchPages(Indexer indexer, Rights rights) {
        this.indexer = indexer;
        this.rights = rights;
    }

    @GetMapping("/search")
    String search(ListQuery asked, Model model) {
        var query = new ListQuery(asked.path(), asked.q(), "", ROWS, asked.offset(), asked.filters(), asked.locale());
        var found = indexer.find(
                query.q(),
                query.filter("kind"),
                rights.current(),
                query.locale().getLanguage(),
                query.offset(),
                query.limit());
        model.addAttribute("query", query);
        model.addAttribute("examples", query.q().isBlank() ? examples(query) : List.of());
        model.addAttribute("kind", query.filter("kind"));
        model.addAttribute("found", found);
        model.addAttribute("slice", new Slice<>(found.hits(), found.total(), query));
        return "search/search";
    }

    private List<String> examples(ListQuery query) {
        return EXAMPLES.stream()
                .filter(word ->
                        indexer.find(word, "", rights.current(), query.locale().getLanguage(), 0, 1)
                                        .total()
                                > 0)
                .toList();
    }
}
