package org.interurban.platform;

import org.interurban.platform.authority.People;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the application where to find it. */
@Component
class ReadyMessage {

    private final People people;
    private final Environment settings;

    ReadyMessage(People people, Environment settings) {
        this.people = people;
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
        return !settings.containsProperty("interurban.administrator") && !people.areThere();
    }
}
