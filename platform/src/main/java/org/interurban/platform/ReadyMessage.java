package org.interurban.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the application where to find it. */
@Component
class ReadyMessage {

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
                && web.getWebServer().getPort() > 0) {
            System.out.printf(
                    "Interurban is ready: http://localhost:%d/%n",
                    web.getWebServer().getPort());
        }
    }
}
