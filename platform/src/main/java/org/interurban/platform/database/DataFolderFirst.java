package org.interurban.platform.database;

import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Closes the data folder before anything is written into it, the log and the search index among it. */
class DataFolderFirst implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        DataFolder.close(Path.of(environment.getRequiredProperty("interurban.data")));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE; // the settings have been read
    }
}
