package org.interurban.platform.search;

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
        model.addAttribute("kind", query.filter("kind"));
        model.addAttribute("found", found);
        model.addAttribute("slice", new Slice<>(found.hits(), found.total(), query));
        return "search/search";
    }
}
