package org.interurban.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs look for at addresses that they know beforehand. */
@Open
@RestController
class WellKnown {

    /** Less than a year, as the standard asks. */
    private static final Duration LASTS = Duration.ofDays(180);

    private static final String PAPER = "#faf7f1";
    private static final String INK = "#0e1b2c";

    private final ThisNetwork network;
    private final PublicAddress address;
    private final Clock clock;

    WellKnown(ThisNetwork network, PublicAddress address, Clock clock) {
        this.network = network;
        this.address = address;
        this.clock = clock;
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

    /** To whom holes are told (RFC 9116); there is none as long as the administrators name nobody. */
    @GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String security() {
        var contact = network.settings().securityContact();
        if (contact == null) {
            throw new NotFound("Nobody is named yet to whom holes are told");
        }
        var expires = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(LASTS);
        return """
            Contact: %s
            Expires: %s
            Preferred-Languages: %s
            Canonical: %s
            """.formatted(
                        contact.contains(":") ? contact : "mailto:" + contact,
                        expires,
                        String.join(", ", network.languages()),
                        address.of("/.well-known/security.txt"));
    }

    @GetMapping(path = "/site.webmanifest", produces = "application/manifest+json")
    Map<String, ?> manifest(Locale locale) {
        return Map.of(
                "name",
                "Interurban, " + network.name(locale),
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
