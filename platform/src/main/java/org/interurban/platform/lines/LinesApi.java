package org.interurban.platform.lines;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.lines.PartnershipLines.InProgramme;
import org.interurban.platform.portraits.View;
import org.interurban.platform.sources.Conclusion;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Subject;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lines as data, as everyone sees them; each also at the address of its page, as its drawing is. */
@Open
@RestController
class LinesApi {

    private final PartnershipLines lines;
    private final ProgrammePortraits programmes;
    private final Sources sources;
    private final PublicAddress address;

    LinesApi(PartnershipLines lines, ProgrammePortraits programmes, Sources sources, PublicAddress address) {
        this.lines = lines;
        this.programmes = programmes;
        this.sources = sources;
        this.address = address;
    }

    @GetMapping({"/api/v1/partnerships/{code}/line", "/partnerships/{code}/line.json"})
    ResponseEntity<LineData> line(@PathVariable String code, Locale locale) {
        var read = lines.publicly(code, locale);
        return read.partnerships().stream()
                .findFirst()
                .map(line -> described(LineData.of(line, concluded(read), address.origin())))
                .orElseThrow(() -> new NotFound("There is no partnership " + code));
    }

    @GetMapping({"/api/v1/programmes/{code}/lines", "/programmes/{code}/line.json"})
    ResponseEntity<LinesData> lines(@PathVariable String code, Locale locale) {
        var view = View.ofThePublic(locale);
        var programme = programmes.find(code, view).orElseThrow(() -> new NotFound("There is no programme " + code));
        var read = lines.ofProgrammeWithCommon(programme.id(), view);
        return described(LinesData.of(programme, read, concluded(read), address.origin()));
    }

    @GetMapping(path = "/api/v1/partnerships.geojson", produces = "application/geo+json")
    LinesOnAMap map(Locale locale) {
        return LinesOnAMap.of(lines.all(View.ofThePublic(locale)), address.origin());
    }

    private Map<String, List<Conclusion>> concluded(InProgramme read) {
        return sources.concludedOf(
                read.steps().map(step -> new Subject(step.kind(), step.code())).toList());
    }

    /** With the address of its schema. */
    private <T> ResponseEntity<T> described(T data) {
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, "<%s>; rel=\"describedby\"".formatted(address.of("/api/v1/openapi")))
                .body(data);
    }
}
