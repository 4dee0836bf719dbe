package org.interurban.platform;

import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;

/** Gives every form that a test sends without opening its page a number of its own, as its page would. */
@TestConfiguration(proxyBeanMethods = false)
class NumberedForms {

    @Bean
    MockMvcBuilderCustomizer numberedForms() {
        return builder -> builder.apply(new MockMvcConfigurer() {
            @Override
            public RequestPostProcessor beforeMockMvcCreated(
                    ConfigurableMockMvcBuilder<?> built, WebApplicationContext context) {
                return NumberedForms::numbered;
            }
        });
    }

    private static MockHttpServletRequest numbered(MockHttpServletRequest request) {
        if ("POST".equals(request.getMethod()) && request.getParameter("once") == null) {
            request.addParameter("once", UUID.randomUUID().toString());
        }
        return request;
    }
}
