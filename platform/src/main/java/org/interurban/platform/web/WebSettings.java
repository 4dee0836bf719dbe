package org.interurban.platform.web;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The network's name, its address and its languages.
 *
 * @param address what people type; links in mail and what pages say of themselves begin with it
 * @param languages of the pages; in the first one is read what speaks none of the others
 * @param contentLanguages in which its people write besides
 */
@ConfigurationProperties("interurban")
public record WebSettings(
        @DefaultValue("City Network") String networkName,
        URI address,
        List<String> languages,
        @DefaultValue({}) List<String> contentLanguages) {

    public WebSettings {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("interurban.languages names one language at least");
        }
    }
}
