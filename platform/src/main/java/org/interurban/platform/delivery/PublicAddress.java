package org.interurban.platform.delivery;

import java.net.URI;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Where the platform is found from outside. */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
public class PublicAddress {

    private final URI address;

    PublicAddress(DeliverySettings settings) {
        this.address = settings.address();
    }

    /** @param path of a page, with a leading slash */
    public String of(String path) {
        return address.resolve(path).toString();
    }

    public String host() {
        return Objects.requireNonNullElse(address.getHost(), "localhost");
    }

    /** Scheme, host and port, as a browser names where a page comes from. */
    public String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
