package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class StartTests {

    @Autowired
    MockMvcTester browser;

    @Test
    void saysThatItIsReady() {
        assertThat(browser.get().uri("/actuator/health/readiness")).hasStatusOk();
    }

    @Test
    void describesItsInterface() {
        assertThat(browser.get().uri("/api/v1/openapi"))
                .hasStatusOk()
                .bodyText()
                .contains("\"openapi\":\"3.1");
    }
}
