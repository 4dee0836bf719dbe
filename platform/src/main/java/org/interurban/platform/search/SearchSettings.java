package org.interurban.platform.search;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the index lies.
 *
 * @param data the folder of everything that is kept
 * @param search how the index is kept
 */
@ConfigurationProperties("interurban")
record SearchSettings(Path data, @DefaultValue Search search) {

    /** @param inMemory whether the index is made anew at every start and never written to a folder */
    record Search(@DefaultValue("false") boolean inMemory) {}
}
