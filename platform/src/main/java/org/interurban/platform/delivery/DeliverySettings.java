package org.interurban.platform.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose name the platform's mail bears. */
@ConfigurationProperties("interurban")
record DeliverySettings(
        @DefaultValue("interurban@localhost") String mailFrom) {}
