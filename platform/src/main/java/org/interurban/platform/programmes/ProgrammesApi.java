package org.interurban.platform.programmes;

import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Programmes for other programs; without an account, the published ones. */
@Open
@RestController
class ProgrammesApi {

    private final ProgrammeLists lists;

    ProgrammesApi(ProgrammeLists lists) {
        this.lists = lists;
    }

    @GetMapping("/api/v1/programmes/{code}")
    ProgrammeLists.Line show(@PathVariable String code, Locale locale) {
        return lists.one(code, locale).orElseThrow(() -> new NotFound("There is no programme " + code));
    }
}
