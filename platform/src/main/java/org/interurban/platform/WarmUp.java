package org.interurban.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A start that reads home and every page it links to, and ends. The launcher runs it once after a build, so that the virtual machine
 * keeps what it learnt about classes and methods for the starts that follow (JEP 514, 515).
 */
@Component
@ConditionalOnProperty("interurban.warm-up")
class WarmUp {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    @EventListener
    void on(ApplicationReadyEvent event) throws IOException {
        var context = event.getApplicationContext();
        var address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        for (int round = 0; round < 3; round++) {
            var links = LINK.matcher(page(address + "/"))
                    .results()
                    .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
                    .distinct()
                    .toList();
            for (var link : links) {
                page(address + link);
            }
        }
        System.exit(SpringApplication.exit(context));
    }

    private static String page(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        var stream = connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
