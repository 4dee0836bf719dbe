package org.interurban.platform.membership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.drawing.RouteMap;
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

/** The members, and the page of each. */
@Controller
@Open
class MemberPages {

    /** A row of the table of counts: a region with its members by type. */
    record Row(String region, String name, Map<String, Integer> byType) {
        public int total() {
            return byType.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Members members;
    private final MembershipTypes types;
    private final Sources sources;
    private final Rights rights;

    MemberPages(Members members, MembershipTypes types, Sources sources, Rights rights) {
        this.members = members;
        this.types = types;
        this.sources = sources;
        this.rights = rights;
    }

    @InMenu(atWork = true, place = 80, words = "membership.menu", section = "members")
    @InMenu(atWork = false, place = 40, words = "membership.menu", section = "members")
    @GetMapping("/members")
    String list(ListQuery query, @RequestParam(defaultValue = "") String view, Model model) {
        var locale = query.locale();
        if (view.equals("map")) {
            model.addAttribute(
                    "map",
                    RouteMap.dots("/members/", members.list(query.whole()).items()));
        }
        var counts = members.counts(locale);
        model.addAttribute("slice", members.list(query));
        model.addAttribute("rows", rows(counts));
        model.addAttribute("byType", byType(counts, locale));
        model.addAttribute("mayEdit", rights.may(MembershipPermission.MEMBERS_EDIT));
        return "membership/members";
    }

    @PageOf("member")
    @GetMapping("/members/{code}")
    String show(@PathVariable String code, Locale locale, Model model) {
        var member = members.find(code, locale).orElseThrow(() -> new NotFound(code));
        model.addAttribute("member", member);
        model.addAttribute(
                "sources",
                Stream.concat(
                                sources.of("member", code).stream(),
                                sources.of("organisation", member.organisation()).stream()
                                        .filter(cited -> cited.document().equals("general-knowledge")))
                        .distinct()
                        .toList());
        model.addAttribute("questions", sources.questionsOn("member", code, rights.may(CommonPermission.RECORDS_READ)));
        model.addAttribute("mayEdit", rights.may(MembershipPermission.MEMBERS_EDIT));
        return "membership/member";
    }

    private static List<Row> rows(List<Members.Count> counts) {
        var rows = new LinkedHashMap<String, Row>();
        for (var count : counts) {
            rows.computeIfAbsent(count.region(), region -> new Row(region, count.regionName(), new TreeMap<>()))
                    .byType()
                    .merge(count.type(), count.members(), Integer::sum);
        }
        return List.copyOf(rows.values());
    }

    private Map<MembershipTypes.Type, Integer> byType(List<Members.Count> counts, Locale locale) {
        var totals = new LinkedHashMap<MembershipTypes.Type, Integer>();
        types.all(locale).forEach(type -> totals.put(type, 0));
        counts.forEach(count -> totals.keySet().stream()
                .filter(type -> type.code().equals(count.type()))
                .forEach(type -> totals.merge(type, count.members(), Integer::sum)));
        return totals;
    }
}
