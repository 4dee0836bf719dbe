package org.interurban.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;

/** PostgreSQL's own binaries on a data folder of ours. */
class EmbeddedServer implements DisposableBean {

    private final EmbeddedPostgres server;

    EmbeddedServer(Path folder) throws IOException {
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void destroy() throws IOException {
        server.close();
    }
}
