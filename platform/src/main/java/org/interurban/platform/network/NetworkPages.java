package org.interurban.platform.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Rights;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The network as a whole: what it is, who leads it, how to join. */
@Controller
@Open
class NetworkPages {

    private final Network network;
    private final Rights rights;

    NetworkPages(Network network, Rights rights) {
        this.network = network;
        this.rights = rights;
    }

    @GetMapping("/network")
    String network(Locale locale, Model model) {
        model.addAttribute("figures", network.figures("network"));
        model.addAttribute(
                "terms",
                network.officeBearers(locale).stream()
                        .collect(groupingBy(Network.OfficeBearer::term, LinkedHashMap::new, toList())));
        model.addAttribute("chapters", network.chapters(locale));
        model.addAttribute("milestones", network.milestones(locale));
        model.addAttribute("readsAll", rights.may(Permission.RECORDS_READ));
        return "network/network";
    }

    @GetMapping("/clusters")
    String clusters(Locale locale, Model model) {
        model.addAttribute("clusters", network.clusters(locale));
        model.addAttribute("rules", rules("clusters", locale));
        return "network/clusters";
    }

    @GetMapping("/join")
    String join(Locale locale, Model model) {
        for (var subject : new String[] {"eligibility", "admission", "fee", "clusters"}) {
            model.addAttribute(subject, rules(subject, locale));
        }
        return "network/join";
    }

    private java.util.List<Network.Rule> rules(String subject, Locale locale) {
        return network.rules(locale).stream()
                .filter(rule -> rule.subject().equals(subject))
                .toList();
    }
}
