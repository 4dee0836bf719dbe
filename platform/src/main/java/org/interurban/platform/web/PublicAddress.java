package org.interurban.platform.web;

import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where the platform is found from outside: as it was set up, never what a request claims its host to be. */
@Component
public class PublicAddress {

    private final URI address;

    PublicAddress(WebSettings settings) {
        this.address = settings.address();
    }

    /** @param path of a page, with a leading slash */
    public String of(String path) {
        return origin() + path;
    }

    /** A calendar here, at an address to which calendar programs subscribe, where they would download a file. */
    public String calendar(String path) {
        return "webcal" + of(path).substring(address.getScheme().length());
    }

    /** Whether browsers reach it over TLS alone. */
    public boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    /** What a cookie is called: over TLS such that no other host, and nobody on the way, can plant it. */
    public String cookie(String name) {
        return isSecure() ? "__Host-" + name : name;
    }

    public String host() {
        return Objects.requireNonNullElse(address.getHost(), "localhost");
    }

    /** Scheme, host and port, as a browser names where a page comes from. */
    public String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
