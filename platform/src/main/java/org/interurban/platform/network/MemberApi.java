package org.interurban.platform.network;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Sheet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Members for programs. */
@RestController
@Open
class MemberApi {

    private static final Sheet<Members.Member> SHEET = new Sheet<>(
            "members",
            List.of(
                    new Sheet.Column<>("code", Members.Member::code),
                    new Sheet.Column<>("organisation", Members.Member::organisation),
                    new Sheet.Column<>("name", Members.Member::name),
                    new Sheet.Column<>("name_local", Members.Member::localName),
                    new Sheet.Column<>("abbreviation", Members.Member::abbreviation),
                    new Sheet.Column<>("type", Members.Member::type),
                    new Sheet.Column<>("region", Members.Member::region),
                    new Sheet.Column<>("country", Members.Member::country),
                    new Sheet.Column<>("country_name", Members.Member::countryName),
                    new Sheet.Column<>("joined", Members.Member::joined),
                    new Sheet.Column<>("clusters", MemberApi::clusters),
                    new Sheet.Column<>("offices", MemberApi::offices)));

    private final Members members;

    MemberApi(Members members) {
        this.members = members;
    }

    @GetMapping({"/api/v1/members", "/api/v1/members.csv", "/api/v1/members.xlsx", "/members.csv", "/members.xlsx"})
    ResponseEntity<Lists.Answer<Members.Member>> list(HttpServletRequest request, ListQuery query) {
        return Lists.answer(request, query, SHEET, members::list);
    }

    @GetMapping("/api/v1/members/{code}")
    Members.Member show(@PathVariable String code, Locale locale) {
        return members.find(code, locale).orElseThrow(() -> new NotFound("There is no member " + code));
    }

    private static String clusters(Members.Member member) {
        return member.clusters().stream()
                .map(role -> role.cluster() + " (" + role.role() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String offices(Members.Member member) {
        return member.offices().stream()
                .map(office -> office.role() + " " + office.term())
                .collect(Collectors.joining("; "));
    }
}
