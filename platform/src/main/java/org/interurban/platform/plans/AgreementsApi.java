package org.interurban.platform.plans;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Agreements for other programs; without an account, those signed or declared. */
@Open
@RestController
class AgreementsApi {

    /** One agreement with the passages it rests on. */
    record Answer(AgreementLists.Line agreement, List<Sources.Cited> sources) {}

    private final AgreementLists lists;
    private final Sources sources;

    AgreementsApi(AgreementLists lists, Sources sources) {
        this.lists = lists;
        this.sources = sources;
    }

    @GetMapping("/api/v1/agreements/{code}")
    Answer show(@PathVariable String code, Locale locale) {
        var agreement = lists.one(code, locale).orElseThrow(() -> new NotFound("There is no agreement " + code));
        return new Answer(agreement, sources.of("agreement", code));
    }
}
