package org.interurban.platform.lines;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.lines.LinePictures.Picture;
import org.interurban.platform.web.ThisNetwork;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Lines to stand in frames of other sites: what everyone sees, nothing to press but links that open beside them. */
@Controller
@Open
class EmbeddedLinePages {

    /** Any site may frame it; it runs nothing and sends nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors *";

    private final LinePictures pictures;
    private final ThisNetwork network;

    EmbeddedLinePages(LinePictures pictures, ThisNetwork network) {
        this.pictures = pictures;
        this.network = network;
    }

    @GetMapping("/partnerships/{code}/line/embed")
    ModelAndView ofPartnership(@PathVariable String code, Locale locale, HttpServletResponse response) {
        return page(pictures.ofPartnership(code, locale), "/partnerships/" + code, locale, response);
    }

    @GetMapping("/programmes/{code}/line/embed")
    ModelAndView ofProgramme(@PathVariable String code, Locale locale, HttpServletResponse response) {
        return page(pictures.ofProgramme(code, locale), "/programmes/" + code, locale, response);
    }

    private ModelAndView page(Picture picture, String whole, Locale locale, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        return new ModelAndView(
                "lines/embed",
                Map.of("page", picture, "whole", whole, "network", network.name(locale), "locale", locale));
    }
}
