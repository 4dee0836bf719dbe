package org.interurban.platform.partnerships;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Partnerships for other programs; without an account, the published ones. */
@Open
@RestController
class PartnershipsApi {

    /** One partnership with the passages it rests on. */
    record Answer(PartnershipLists.Line partnership, List<Sources.Cited> sources) {}

    private final PartnershipLists lists;
    private final Sources sources;

    PartnershipsApi(PartnershipLists lists, Sources sources) {
        this.lists = lists;
        this.sources = sources;
    }

    @GetMapping("/api/v1/partnerships/{code}")
    Answer show(@PathVariable String code, Locale locale) {
        var partnership = lists.one(code, locale).orElseThrow(() -> new NotFound("There is no partnership " + code));
        return new Answer(partnership, sources.of("partnership", code));
    }
}
