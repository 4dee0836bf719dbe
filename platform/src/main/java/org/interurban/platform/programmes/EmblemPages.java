package org.interurban.platform.programmes;

import java.io.IOException;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.files.Picture;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The emblem of a programme, in a form of its own below that of the programme. */
@Controller
class EmblemPages {

    private final Programmes programmes;
    private final KeepEmblem keep;
    private final Rights rights;

    EmblemPages(Programmes programmes, KeepEmblem keep, Rights rights) {
        this.programmes = programmes;
        this.keep = keep;
        this.rights = rights;
    }

    @Requires("PROGRAMME_EDIT")
    @Once
    @PostMapping(path = "/programmes/{code}/emblem", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Object emblem(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean remove,
            RedirectAttributes next)
            throws IOException {
        var programme = programmes.seen(code).orElseThrow(() -> new NotFound("There is no programme " + code));
        rights.require(ProgrammePermission.PROGRAMME_EDIT, programme.id().scope());
        var form = "/programmes/" + code + "/edit";
        var refused =
                switch (remove ? null : Picture.given(file)) {
                    case null -> keep(programme, null);
                    case Picture.Outcome.Good(var picture) -> keep(programme, picture);
                    case Picture.Outcome.TooLarge _ -> "programmes.emblem.large";
                    case Picture.Outcome.NoPicture _ -> "programmes.emblem.no-picture";
                    case Picture.Outcome.NotOnlyDrawn _ -> "programmes.emblem.not-only-drawn";
                };
        next.addFlashAttribute("notice", refused == null ? "programmes.emblem.kept" : refused);
        if (refused != null) {
            next.addFlashAttribute("noticeKind", "warn");
            return new Refusal(form);
        }
        return "redirect:" + form;
    }

    private @Nullable String keep(Programme programme, @Nullable Picture emblem) {
        keep.keep(programme, emblem);
        return null;
    }
}
