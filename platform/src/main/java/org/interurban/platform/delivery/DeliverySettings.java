package org.interurban.platform.delivery;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outside reaches the platform and whose name its mail bears.
 *
 * @param address what people type; links in mail begin with it, never with what a request claims its host to be
 */
@ConfigurationProperties("interurban")
record DeliverySettings(
        URI address, @DefaultValue("interurban@localhost") String mailFrom) {}
