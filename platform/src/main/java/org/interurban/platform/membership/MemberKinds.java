package org.interurban.platform.membership;

import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in membership. */
@Configuration
class MemberKinds {

    @Bean
    RecordKinds kindsOfMembership() {
        return RecordKinds.forEveryone("member").named("""
                select m.code, in_language(o.name, o.name_translations, :language) as name
                  from member m join organisation_brief o on o.id = m.organisation
                """);
    }

    @Bean
    RecordKinds kindsOfRegions() {
        return RecordKinds.forEveryone("member-region")
                .named("select code, in_language(name, name_translations, :language) as name from member_region");
    }

    @Bean
    RecordKinds kindsOfRules() {
        return RecordKinds.forEveryone("rule")
                .named("select code, in_language(rule, rule_translations, :language) as name from membership_rule");
    }
}
