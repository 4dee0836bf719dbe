package org.interurban.platform.delivery;

import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * What every connection to the mail server is held to: it ends when the server is silent, and it is encrypted, to the server that
 * was named, unless that is on this machine or {@code interurban.mail-tls} says otherwise.
 */
@Component
class MailServer implements BeanPostProcessor {

    private static final String MILLISECONDS = "10000";
    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    private final Environment environment;

    MailServer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JavaMailSenderImpl server) {
            var asked = environment.getProperty("interurban.mail-tls", Boolean.class);
            hold(server, asked == null ? !isOnThisMachine(server.getHost()) : asked);
        }
        return bean;
    }

    private static void hold(JavaMailSenderImpl server, boolean encrypted) {
        var protocol = Objects.requireNonNullElse(server.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        Map.of(
                        "connectiontimeout",
                        MILLISECONDS,
                        "timeout",
                        MILLISECONDS,
                        "writetimeout",
                        MILLISECONDS,
                        "ssl.checkserveridentity",
                        "true",
                        "starttls.enable",
                        String.valueOf(encrypted),
                        "starttls.required",
                        String.valueOf(encrypted))
                .forEach((property, value) ->
                        server.getJavaMailProperties().putIfAbsent("mail." + protocol + "." + property, value));
        if (!encrypted && !isOnThisMachine(server.getHost())) {
            LOG.warn("Mail, with links to sign in, leaves for {} without encryption", server.getHost());
        }
    }

    /** Nobody is asked for a name: a server elsewhere that calls itself by one of this machine's addresses is none of these. */
    static boolean isOnThisMachine(@Nullable String host) {
        if (host == null || host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
