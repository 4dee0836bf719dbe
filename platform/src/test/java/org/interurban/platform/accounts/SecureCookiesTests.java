package org.interurban.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.TestPeople;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Cookies where browsers reach the platform over TLS alone. */
@PlatformTest
@TestPropertySource(properties = "interurban.address=https://network.example")
class SecureCookiesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    SessionRepository<?> sessions;

    @Test
    void overTlsCookiesBelongToThisHostAlone() {
        var session = TestPeople.session(TestPeople.account(sql, Role.ADMINISTRATOR), sessions);

        assertThat(browser.get().uri("/audit").cookie(new Cookie("__Host-SESSION", session)))
                .hasStatusOk();
        assertThat(browser.get().uri("/audit").cookie(new Cookie("SESSION", session)))
                .hasStatus3xxRedirection();
        assertThat(browser.get()
                        .uri("/sign-in?theme=dark&lang=ko")
                        .exchange()
                        .getResponse()
                        .getHeaders("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure"))
                .anyMatch(cookie -> cookie.startsWith("__Host-form=") && cookie.contains("Path=/"));
    }
}
