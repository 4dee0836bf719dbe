package org.interurban.platform.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.membership.MembershipRules;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The network as a whole: what it is and who leads it. */
@Controller
@Open
class NetworkPages {

    private final Network network;
    private final MembershipRules rules;
    private final Sources sources;
    private final Rights rights;

    NetworkPages(Network network, MembershipRules rules, Sources sources, Rights rights) {
        this.network = network;
        this.rules = rules;
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
        var readsAll = rights.may(CommonPermission.RECORDS_READ);
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
        model.addAttribute("rules", rules.on("clusters", locale));
        model.addAttribute(
                "questions", sources.questionsOnKinds(List.of("cluster"), rights.may(CommonPermission.RECORDS_READ)));
        return "network/clusters";
    }
}
