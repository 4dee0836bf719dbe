package org.interurban.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The network's name and its languages.
 *
 * @param languages of the pages; in the first one is read what speaks none of the others
 * @param contentLanguages in which its people write besides
 */
@ConfigurationProperties("interurban")
public record WebSettings(
        @DefaultValue("City Network") String networkName,
        List<String> languages,
        @DefaultValue({}) List<String> contentLanguages) {

    public WebSettings {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("interurban.languages names one language at least");
        }
    }
}
