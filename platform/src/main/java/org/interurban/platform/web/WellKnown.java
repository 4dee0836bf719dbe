package org.interurban.platform.web;

import java.util.List;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs look for at addresses that they know beforehand. */
@Open
@RestController
class WellKnown {

    private static final String PAPER = "#faf7f1";
    private static final String INK = "#0e1b2c";

    private final WebSettings settings;
    private final PublicAddress address;

    WellKnown(WebSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /** Searches and ordered lists are read, and say themselves that they are not to be kept. */
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        return """
            User-agent: *
            Disallow: /answer/
            Disallow: /print/
            Disallow: /sign-in
            Sitemap: %s
            """.formatted(address.of("/sitemap.xml"));
    }

    @GetMapping(path = "/site.webmanifest", produces = "application/manifest+json")
    Map<String, ?> manifest() {
        return Map.of(
                "name",
                "Interurban, " + settings.networkName(),
                "short_name",
                "Interurban",
                "start_url",
                "/",
                "display",
                "browser",
                "background_color",
                PAPER,
                "theme_color",
                INK,
                "icons",
                List.of(
                        Map.of("src", "/logo.svg", "type", "image/svg+xml", "sizes", "any"),
                        Map.of("src", "/touch-icon.png", "type", "image/png", "sizes", "180x180")));
    }
}
