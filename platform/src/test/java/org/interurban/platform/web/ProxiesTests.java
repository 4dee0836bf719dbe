package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What a proxy says of the request that it passes on is believed of the named ones only. */
@PlatformTest
class ProxiesTests {

    private static final String OVER_TLS = "Strict-Transport-Security";
    private static final String NUMBER = "numbered-by-a-proxy";

    @LocalServerPort
    int port;

    @Test
    void believesOneOnThisMachineButNumbersRequestsItself() throws Exception {
        assertThat(forwarded(port).headers().map()).containsKey(OVER_TLS.toLowerCase());
        assertThat(forwarded(port).headers().firstValue("X-Request-Id"))
                .isPresent()
                .isNotEqualTo(Optional.of(NUMBER));
    }

    @Nested
    @TestPropertySource(properties = "interurban.proxies=192.0.2.7/32")
    class WhereAnotherIsNamed {

        @LocalServerPort
        int port;

        @Test
        void doesNotBelieveOneOnThisMachine() throws Exception {
            assertThat(forwarded(port).headers().map()).doesNotContainKey(OVER_TLS.toLowerCase());
        }
    }

    private static HttpResponse<String> forwarded(int port) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Request-Id", NUMBER)
                                .header("X-Forwarded-For", "198.51.100.1")
                                .build(),
                        BodyHandlers.ofString());
    }
}
