package org.interurban.platform.taxonomy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.Sheet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taxonomies and topics for programs. */
@RestController
@Open
class TopicApi {

    private static final Sheet<Taxonomies.Line> SHEET = new Sheet<>(
            "topics",
            List.of(
                    new Sheet.Column<>("taxonomy", Taxonomies.Line::taxonomy),
                    new Sheet.Column<>("code", Taxonomies.Line::code),
                    new Sheet.Column<>("label", Taxonomies.Line::label),
                    new Sheet.Column<>("parent", Taxonomies.Line::parent),
                    new Sheet.Column<>("relevant", Taxonomies.Line::relevant),
                    new Sheet.Column<>("note", Taxonomies.Line::note)));

    private static final Sheet<Taxonomies.Taxonomy> TAXONOMIES = new Sheet<>(
            "taxonomies",
            List.of(
                    new Sheet.Column<>("code", Taxonomies.Taxonomy::code),
                    new Sheet.Column<>("name", Taxonomies.Taxonomy::name),
                    new Sheet.Column<>("programme", Taxonomies.Taxonomy::programme),
                    new Sheet.Column<>("topics", Taxonomies.Taxonomy::topics),
                    new Sheet.Column<>("note", Taxonomies.Taxonomy::note)));

    private final Taxonomies taxonomies;

    TopicApi(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    @GetMapping({"/api/v1/taxonomies", "/api/v1/taxonomies.csv", "/api/v1/taxonomies.xlsx"})
    ResponseEntity<Lists.Answer<Taxonomies.Taxonomy>> taxonomies(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, TAXONOMIES, taxonomies::listed);
    }

    @GetMapping({"/api/v1/topics", "/api/v1/topics.csv", "/api/v1/topics.xlsx", "/topics.csv", "/topics.xlsx"})
    ResponseEntity<Lists.Answer<Taxonomies.Line>> topics(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, SHEET, taxonomies::list);
    }
}
