package org.interurban.platform.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.membership.MembershipRules;
import org.interurban.platform.membership.MembershipRules.Rule;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Subject;
import org.interurban.platform.web.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The network as a whole: what it is and who leads it. */
@Controller
@Open
class NetworkPages {

    /** Of what rules are that stand on no other page. */
    private static final List<String> REST = List.of("governance", "national-chapters", "membership-count", "subject");

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

    @PageOf({"office-bearer", "chapter", "figure", "milestone"})
    @GetMapping("/network")
    String network(Locale locale, Model model) {
        var bearers = network.officeBearers(locale);
        var chapters = network.chapters(locale);
        model.addAttribute("figures", network.figures("network"));
        model.addAttribute(
                "terms",
                bearers.stream().collect(groupingBy(Network.OfficeBearer::term, LinkedHashMap::new, toList())));
        model.addAttribute("chapters", chapters);
        cite(
                model,
                bearers.stream().map(bearer -> new Subject("office-bearer", bearer.code())),
                chapters.stream().map(chapter -> new Subject("chapter", chapter.code())));
        model.addAttribute("milestones", network.milestones(locale));
        var readsAll = rights.may(CommonPermission.RECORDS_READ);
        model.addAttribute("readsAll", readsAll);
        model.addAttribute(
                "questions",
                sources.questionsOnKinds(
                        List.of("network", "office-bearer", "chapter", "figure", "milestone"), readsAll));
        return "network/network";
    }

    @PageOf("network")
    @GetMapping("/network/record")
    String record(Locale locale, Model model) {
        var statements = network.statements(locale);
        var elsewhere = REST.stream()
                .flatMap(subject -> rules.on(subject, locale).stream())
                .toList();
        var steps = network.steps(locale);
        model.addAttribute(
                "figures",
                network.figuresBesides("network").stream()
                        .collect(groupingBy(Network.Figure::subject, LinkedHashMap::new, toList())));
        model.addAttribute(
                "statements",
                statements.stream().collect(groupingBy(Network.Statement::about, LinkedHashMap::new, toList())));
        model.addAttribute(
                "rules", elsewhere.stream().collect(groupingBy(Rule::subject, LinkedHashMap::new, toList())));
        model.addAttribute(
                "steps", steps.stream().collect(groupingBy(Network.Step::method, LinkedHashMap::new, toList())));
        var readsAll = rights.may(CommonPermission.RECORDS_READ);
        model.addAttribute("readsAll", readsAll);
        model.addAttribute("questions", sources.questionsOnKinds(List.of("network"), readsAll));
        cite(
                model,
                statements.stream().map(statement -> new Subject("network", statement.code())),
                elsewhere.stream().map(rule -> new Subject("rule", rule.code())),
                steps.stream().map(step -> new Subject("step", step.code())));
        return "network/record";
    }

    @PageOf("cluster")
    @GetMapping("/clusters")
    String clusters(Locale locale, Model model) {
        var clusters = network.clusters(locale);
        var ruled = rules.on("clusters", locale);
        model.addAttribute("clusters", clusters);
        model.addAttribute("rules", ruled);
        cite(
                model,
                clusters.stream().map(cluster -> new Subject("cluster", cluster.code())),
                clusters.stream()
                        .flatMap(cluster -> cluster.leaders().stream())
                        .map(leader -> new Subject("cluster-role", leader.code())),
                ruled.stream().map(rule -> new Subject("rule", rule.code())));
        model.addAttribute(
                "questions", sources.questionsOnKinds(List.of("cluster"), rights.may(CommonPermission.RECORDS_READ)));
        return "network/clusters";
    }

    /** The passages that each of what the page shows rests on. */
    @SafeVarargs
    private void cite(Model model, Stream<Subject>... shown) {
        model.addAttribute(
                "cited",
                sources.citedOf(Stream.of(shown).flatMap(subjects -> subjects).toList()));
    }
}
