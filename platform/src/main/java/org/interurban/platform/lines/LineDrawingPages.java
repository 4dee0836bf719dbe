package org.interurban.platform.lines;

import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.drawing.LineFiles;
import org.interurban.platform.lines.LinePictures.Picture;
import org.interurban.platform.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lines as drawings in SVG, for pages and papers of others. */
@Controller
@Open
class LineDrawingPages {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    /** A file of its own has its style in it, and nothing that runs. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final LinePictures pictures;
    private final LineFiles files;
    private final PublicAddress address;
    private final MessageSource messages;

    LineDrawingPages(LinePictures pictures, LineFiles files, PublicAddress address, MessageSource messages) {
        this.pictures = pictures;
        this.files = files;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping("/partnerships/{code}/line.svg")
    ResponseEntity<String> ofPartnership(@PathVariable String code, Locale locale) {
        return drawing(pictures.ofPartnership(code, locale), "lines.the-line-of", locale);
    }

    @GetMapping("/programmes/{code}/line.svg")
    ResponseEntity<String> ofProgramme(@PathVariable String code, Locale locale) {
        return drawing(pictures.ofProgramme(code, locale), "lines.timetable.name", locale);
    }

    private ResponseEntity<String> drawing(Picture picture, String words, Locale locale) {
        var name = messages.getMessage(words, new Object[] {picture.title()}, locale);
        var drawing = picture.drawing();
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Content-Security-Policy", POLICY)
                .body(
                        drawing == null
                                ? files.pairs(picture.pairs(), name, locale, address.origin())
                                : files.svg(drawing, name, locale, address.origin()));
    }
}
