package org.interurban.platform.membership;

import org.interurban.platform.sources.RecordKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What documents tell of in membership. */
@Configuration
class MemberKinds {

    @Bean
    RecordKinds kindsOfMembership() {
        return RecordKinds.forEveryone("member", "member-region", "rule");
    }
}
