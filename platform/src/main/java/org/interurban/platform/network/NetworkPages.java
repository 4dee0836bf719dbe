package org.interurban.platform.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The network as a whole: what it is, who leads it, how to join. */
@Controller
@Open
class NetworkPages {

    private final Network network;
    private final Sources sources;
    private final Rights rights;

    NetworkPages(Network network, Sources sources, Rights rights) {
        this.network = network;
        this.sources = sources;
        this.rights = rights;
    }

    @PageOf({"office-bearer", "chapter", "figure", "milestone", "network"})
    @GetMapping("/network")
    String network(Locale locale, Model model) {
        model.addAttribute("figures", network.figures("network"));
        model.addAttribute(
                "terms",
                network.officeBearers(locale).stream()
                        .collect(groupingBy(Network.OfficeBearer::term, LinkedHashMap::new, toList())));
        model.addAttribute("chapters", network.chapters(locale));
        model.addAttribute("milestones", network.milestones(locale));
        var readsAll = rights.may(Permission.RECORDS_READ);
        model.addAttribute("readsAll", readsAll);
        model.addAttribute(
                "questions",
                sources.questionsOnKinds(
                        List.of("network", "office-bearer", "chapter", "figure", "milestone"), readsAll));
        return "network/network";
    }

    @PageOf("cluster")
    @GetMapping("/clusters")
    String clusters(Locale locale, Model model) {
        model.addAttribute("clusters", network.clusters(locale));
        model.addAttribute("rules", rules("clusters", locale));
        addQuestions("cluster", model);
        return "network/clusters";
    }

    @PageOf("rule")
    @GetMapping("/join")
    String join(Locale locale, Model model) {
        for (var subject : new String[] {"eligibility", "admission", "fee", "clusters"}) {
            model.addAttribute(subject, rules(subject, locale));
        }
        addQuestions("rule", model);
        return "network/join";
    }

    private void addQuestions(String kind, Model model) {
        model.addAttribute("questions", sources.questionsOnKinds(List.of(kind), rights.may(Permission.RECORDS_READ)));
    }

    private List<Network.Rule> rules(String subject, Locale locale) {
        return network.rules(locale).stream()
                .filter(rule -> rule.subject().equals(subject))
                .toList();
    }
}
