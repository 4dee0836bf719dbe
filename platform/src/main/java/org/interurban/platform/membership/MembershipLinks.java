package org.interurban.platform.membership;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.directory.OrganisationLinks;
import org.springframework.stereotype.Component;

/** Says on an organisation's page that it is a member. */
@Component
class MembershipLinks implements OrganisationLinks {

    private final Members members;

    MembershipLinks(Members members) {
        this.members = members;
    }

    @Override
    public List<Mention> of(OrganisationId organisation, Locale locale) {
        return members.ofOrganisation(organisation, locale)
                .map(member -> List.of(new Mention(member.typeName(), "/members/" + member.code())))
                .orElse(List.of());
    }
}
