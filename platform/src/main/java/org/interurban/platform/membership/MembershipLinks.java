package org.interurban.platform.membership;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.OrganisationLinks;
import org.interurban.platform.web.Labels;
import org.springframework.stereotype.Component;

/** Says on an organisation's page that it is a member. */
@Component
class MembershipLinks implements OrganisationLinks {

    private final Members members;
    private final Labels labels;

    MembershipLinks(Members members, Labels labels) {
        this.members = members;
        this.labels = labels;
    }

    @Override
    public List<Mention> of(OrganisationId organisation, Locale locale) {
        return members.ofOrganisation(organisation, locale)
                .map(member -> List.of(new Mention(
                        labels.of("membership.type", member.type() + ".one", locale), "/members/" + member.code())))
                .orElse(List.of());
    }
}
