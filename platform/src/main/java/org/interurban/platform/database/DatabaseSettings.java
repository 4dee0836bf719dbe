package org.interurban.platform.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lie.
 *
 * @param data the folder of everything that is kept when no server is configured
 * @param database the server to use instead of one's own
 */
@ConfigurationProperties("interurban")
record DatabaseSettings(Path data, @DefaultValue Database database) {

    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("10") int connections) {}
}
