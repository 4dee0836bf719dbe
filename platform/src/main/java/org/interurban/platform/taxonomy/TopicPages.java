package org.interurban.platform.taxonomy;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of themes as trees, and each theme with what it corresponds to. */
@Controller
@Open
class TopicPages {

    private final Taxonomies taxonomies;
    private final Topics topics;
    private final TopicLists lists;
    private final TopicEntries entries;
    private final Sources sources;
    private final Rights rights;

    TopicPages(
            Taxonomies taxonomies,
            Topics topics,
            TopicLists lists,
            TopicEntries entries,
            Sources sources,
            Rights rights) {
        this.taxonomies = taxonomies;
        this.topics = topics;
        this.lists = lists;
        this.entries = entries;
        this.sources = sources;
        this.rights = rights;
    }

    @PageOf(value = "taxonomy", parameter = "taxonomy")
    @InMenu(atWork = true, place = 160, words = "taxonomy.topics", section = "topics")
    @GetMapping("/topics")
    String list(
            @RequestParam(defaultValue = "") String taxonomy,
            @RequestParam(defaultValue = "") String q,
            ListQuery query,
            Locale locale,
            Model model) {
        model.addAttribute("query", query);
        model.addAttribute("mayAdd", rights.may(TopicPermission.TOPICS_EDIT));
        model.addAttribute("kept", lists.seen(taxonomy).filter(this::mayEdit).orElse(null));
        model.addAttribute("taxonomies", taxonomies.all(locale));
        model.addAttribute("taxonomy", taxonomy);
        model.addAttribute("words", q);
        model.addAttribute(
                "trees", taxonomy.isEmpty() && q.isBlank() ? List.of() : taxonomies.trees(taxonomy, q, locale));
        model.addAttribute("questions", sources.questionsOn("taxonomy", taxonomy, readsAll()));
        return "taxonomy/topics";
    }

    @PageOf("topic")
    @GetMapping("/topics/{taxonomy}/{code}")
    String show(@PathVariable String taxonomy, @PathVariable String code, Locale locale, Model model) {
        var name = taxonomy + ":" + code;
        var shown = taxonomies.all(locale);
        var list = shown.stream()
                .filter(one -> one.code().equals(taxonomy))
                .findFirst()
                .orElseThrow(() -> new NotFound(name));
        var all = topics.of(taxonomy, locale);
        var topic =
                all.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new NotFound(name));
        model.addAttribute("topic", topic);
        model.addAttribute("entry", entries.find(taxonomy, code).orElseThrow(() -> new NotFound(name)));
        model.addAttribute("mayEdit", lists.seen(taxonomy).filter(this::mayEdit).isPresent());
        model.addAttribute("list", list);
        model.addAttribute(
                "parent",
                all.stream()
                        .filter(one -> one.id().equals(topic.parent()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "children",
                all.stream().filter(one -> topic.id().equals(one.parent())).toList());
        model.addAttribute(
                "correspondences",
                topics.correspondences(List.of(topic.id()), locale).stream()
                        .filter(other -> shown.stream()
                                .anyMatch(one -> one.code().equals(other.to().taxonomy())))
                        .toList());
        model.addAttribute("sources", sources.of("topic", name));
        model.addAttribute("questions", sources.questionsOn("topic", name, readsAll()));
        return "taxonomy/topic";
    }

    private boolean mayEdit(TopicList list) {
        return rights.may(TopicPermission.TOPICS_EDIT, TopicLists.scopes(list));
    }

    private boolean readsAll() {
        return rights.may(CommonPermission.RECORDS_READ);
    }
}
