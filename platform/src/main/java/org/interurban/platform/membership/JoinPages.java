package org.interurban.platform.membership;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How to join. */
@Controller
@Open
class JoinPages {

    private final MembershipRules rules;
    private final MembershipTypes types;
    private final Sources sources;
    private final Rights rights;

    JoinPages(MembershipRules rules, MembershipTypes types, Sources sources, Rights rights) {
        this.rules = rules;
        this.types = types;
        this.sources = sources;
        this.rights = rights;
    }

    @PageOf("rule")
    @GetMapping("/join")
    String join(Locale locale, Model model) {
        for (var subject : new String[] {"eligibility", "admission", "fee", "clusters"}) {
            model.addAttribute(subject, rules.on(subject, locale));
        }
        model.addAttribute("types", types.all(locale));
        model.addAttribute( // who comes to join is not helped by one of two readings
                "questions",
                rights.may(CommonPermission.RECORDS_READ)
                        ? sources.questionsOnKinds(List.of("rule"), true)
                        : List.of());
        return "membership/join";
    }
}
