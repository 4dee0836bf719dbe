package org.interurban.platform.lines;

import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.portraits.View;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.PublicAddress;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lines as data, as everyone sees them. */
@Open
@RestController
class LinesApi {

    private final PartnershipLines lines;
    private final PublicAddress address;

    LinesApi(PartnershipLines lines, PublicAddress address) {
        this.lines = lines;
        this.address = address;
    }

    @GetMapping("/api/v1/partnerships/{code}/line")
    LineData line(@PathVariable String code, Locale locale) {
        return lines.publicly(code, locale).partnerships().stream()
                .findFirst()
                .map(line -> LineData.of(line, address.origin()))
                .orElseThrow(() -> new NotFound("There is no partnership " + code));
    }

    @GetMapping(path = "/api/v1/partnerships.geojson", produces = "application/geo+json")
    LinesOnAMap map(Locale locale) {
        return LinesOnAMap.of(lines.all(View.ofThePublic(locale)), address.origin());
    }
}
