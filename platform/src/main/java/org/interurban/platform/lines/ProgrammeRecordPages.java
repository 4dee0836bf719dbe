package org.interurban.platform.lines;

import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.sources.Sources;
import org.interurban.platform.sources.Sources.Subject;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.PageOf;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All that is on record of a programme, with its sources. */
@Controller
@Open
class ProgrammeRecordPages {

    private final ProgrammePortraits programmes;
    private final ProgrammeRecords records;
    private final Sources sources;
    private final Rights rights;

    ProgrammeRecordPages(ProgrammePortraits programmes, ProgrammeRecords records, Sources sources, Rights rights) {
        this.programmes = programmes;
        this.records = records;
        this.sources = sources;
        this.rights = rights;
    }

    @PageOf({"objective", "theme", "programme-body"})
    @GetMapping("/programmes/{code}/record")
    String record(@PathVariable String code, Locale locale, Model model) {
        var view = new View(rights.current(), locale);
        var programme = programmes.find(code, view).orElseThrow(() -> new NotFound(code));
        var works =
                rights.may(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
        var itself = new Subject("programme", code);
        var held = records.of(programme, view, works);
        model.addAttribute("programme", programme);
        model.addAttribute("works", works);
        model.addAttribute("held", held);
        model.addAttribute("empty", held.isEmpty());
        model.addAttribute("passages", sources.of(itself.kind(), code));
        model.addAttribute("questions", sources.questionsOn(List.of(itself), works));
        return "lines/record";
    }
}
