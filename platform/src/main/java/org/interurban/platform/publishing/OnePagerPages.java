package org.interurban.platform.publishing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.files.PrintedPage;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.ProgrammePermission;
import org.interurban.platform.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The one-pager of a programme: for everyone what is public, for those who work on it everything. */
@Controller
@Open
class OnePagerPages {

    private static final String TEMPLATE = "publishing/one-pager";

    private static final int PAIRS_OF_A_SHEET = 6;

    /** Names of the sizes in the style sheet, the usual one first. */
    private static final List<String> SIZES = List.of("", "smaller", "smallest");

    private final OnePagers onePagers;
    private final PrintedPage printed;
    private final Rights rights;

    OnePagerPages(OnePagers onePagers, PrintedPage printed, Rights rights) {
        this.onePagers = onePagers;
        this.printed = printed;
        this.rights = rights;
    }

    @GetMapping("/programmes/{code}/one-pager")
    ModelAndView page(@PathVariable String code, Locale locale) {
        var model = new HashMap<String, Object>(model(code, locale));
        model.put("screen", true);
        model.put("printable", printed.isPossible());
        return new ModelAndView(TEMPLATE, model);
    }

    /** Where no document can be made, the reader gets the page, which a browser prints as well. */
    @GetMapping("/programmes/{code}/one-pager.pdf")
    Object pdf(@PathVariable String code, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var name = ContentDisposition.inline().filename(code + "-one-pager.pdf").build();
        return document(model(code, locale), locale, request, response)
                .<Object>map(document -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                        .body(document))
                .orElseGet(() -> new RedirectView("/programmes/%s/one-pager".formatted(code)));
    }

    /** As large as goes on one sheet, where the pairs are few enough for one. */
    private Optional<byte[]> document(
            Map<String, Object> model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var page = (OnePager) Objects.requireNonNull(model.get("page"));
        var sizes = page.pairs().size() > PAIRS_OF_A_SHEET ? SIZES.subList(0, 1) : SIZES;
        var document = Optional.<byte[]>empty();
        for (var size : sizes) {
            var sized = new HashMap<>(model);
            sized.put("size", size);
            document = printed.pdf(TEMPLATE, sized, locale, request, response);
            if (document.isEmpty() || PrintedPage.sheets(document.get()) == 1) {
                return document;
            }
        }
        return document;
    }

    private Map<String, Object> model(String code, Locale locale) {
        var reader = new View(rights.current(), locale);
        var programme =
                onePagers.programme(code, reader).orElseThrow(() -> new NotFound("There is no programme " + code));
        var works = worksOn(programme);
        var view = works ? reader : View.ofThePublic(locale);
        return Map.of("page", onePagers.of(programme, view, works), "locale", locale, "screen", false);
    }

    private boolean worksOn(OnePager.Programme programme) {
        return rights.may(ProgrammePermission.PROGRAMME_READ, programme.id().scope());
    }
}
