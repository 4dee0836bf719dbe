package org.interurban.platform.files;

import java.time.Duration;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pictures as browsers ask for them; an SVG that is opened by itself can do nothing. */
@Open
@RestController
class PicturePages {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Pictures pictures;

    PicturePages(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{*place}")
    ResponseEntity<byte[]> show(@PathVariable String place) {
        var picture = pictures.find(place.substring(1)).orElseThrow(() -> new NotFound("There is no picture " + place));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header("Content-Security-Policy", POLICY)
                .body(picture.content());
    }
}
