package org.interurban.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whoever started the application where to find it. */
@Component
class ReadyMessage {

    private final JdbcClient sql;
    private final Environment settings;

    ReadyMessage(JdbcClient sql, Environment settings) {
        this.sql = sql;
        this.settings = settings;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
                && web.getWebServer().getPort() > 0) {
            System.out.printf(
                    "Interurban is ready: http://localhost:%d/%n",
                    web.getWebServer().getPort());
            if (isShut()) {
                System.out.println(
                        "Nobody can sign in yet: set INTERURBAN_ADMINISTRATOR to your mail address and start again.");
            }
        }
    }

    /** Whether there is neither an account nor somebody who is to get the first one. */
    boolean isShut() {
        return !settings.containsProperty("interurban.administrator")
                && !sql.sql("select exists (select from account)")
                        .query(Boolean.class)
                        .single();
    }
}
