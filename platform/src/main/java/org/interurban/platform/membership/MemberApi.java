package org.interurban.platform.membership;

import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Members for programs. */
@RestController
@Open
class MemberApi {

    private final Members members;

    MemberApi(Members members) {
        this.members = members;
    }

    @GetMapping("/api/v1/members/{code}")
    Members.Member show(@PathVariable String code, Locale locale) {
        return members.find(code, locale).orElseThrow(() -> new NotFound("There is no member " + code));
    }
}
