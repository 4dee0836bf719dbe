package org.interurban.platform.sources;

import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.Labels;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents and what rests on each. */
@Controller
@Open
class DocumentPages {

    private final Documents documents;
    private final Rights rights;
    private final Labels labels;

    DocumentPages(Documents documents, Rights rights, Labels labels) {
        this.documents = documents;
        this.rights = rights;
        this.labels = labels;
    }

    @GetMapping("/documents")
    String list(Model model) {
        model.addAttribute("documents", documents.all());
        model.addAttribute("mayRead", rights.may(CommonPermission.RECORDS_READ));
        return "sources/documents";
    }

    @GetMapping("/documents/{code}")
    String show(@PathVariable String code, ListQuery query, Model model) {
        model.addAttribute("document", documents.find(code).orElseThrow(() -> new NotFound(code)));
        model.addAttribute("slice", documents.resting(code, query));
        model.addAttribute("kinds", labels.of("sources.record", documents.kindsResting(code), query.locale()));
        return "sources/document";
    }
}
