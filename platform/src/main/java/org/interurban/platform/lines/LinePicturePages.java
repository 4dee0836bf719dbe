package org.interurban.platform.lines;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.files.PrintedPage;
import org.interurban.platform.lines.LinePictures.Picture;
import org.interurban.platform.web.ThisNetwork;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.view.RedirectView;

/** Lines as pictures for sites that show a shared page; where none can be made, that of the platform. */
@Controller
@Open
class LinePicturePages {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;

    private final LinePictures pictures;
    private final PrintedPage printed;
    private final ThisNetwork network;

    LinePicturePages(LinePictures pictures, PrintedPage printed, ThisNetwork network) {
        this.pictures = pictures;
        this.printed = printed;
        this.network = network;
    }

    @GetMapping("/partnerships/{code}/line.png")
    Object ofPartnership(
            @PathVariable String code, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        return picture(pictures.ofPartnership(code, locale), locale, request, response);
    }

    @GetMapping("/programmes/{code}/line.png")
    Object ofProgramme(
            @PathVariable String code, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        return picture(pictures.ofProgramme(code, locale), locale, request, response);
    }

    private Object picture(Picture picture, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        var model = Map.of("page", picture, "network", network.name(locale), "locale", locale);
        return printed.picture("lines/picture", model, WIDTH, HEIGHT, locale, request, response)
                .<Object>map(png ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
                .orElseGet(() -> new RedirectView("/share.png"));
    }
}
