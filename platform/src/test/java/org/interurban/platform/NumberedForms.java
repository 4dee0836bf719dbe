package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.serializer.DefaultSerializer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;

/**
 * Gives every form that a test sends without opening its page a number of its own, as its page would, and asks of what is said on the
 * next page whether a session in the database can keep it.
 */
@TestConfiguration(proxyBeanMethods = false)
class NumberedForms {

    @Bean
    MockMvcBuilderCustomizer numberedForms() {
        return builder -> builder.alwaysDo(NumberedForms::requireKept).apply(new MockMvcConfigurer() {
            @Override
            public RequestPostProcessor beforeMockMvcCreated(
                    ConfigurableMockMvcBuilder<?> built, WebApplicationContext context) {
                return NumberedForms::numbered;
            }
        });
    }

    private static void requireKept(MvcResult result) {
        if (result.getFlashMap() == null) { // refused before any page was asked
            return;
        }
        for (var said : Map.copyOf(result.getFlashMap()).entrySet()) {
            assertThatCode(() -> new DefaultSerializer().serializeToByteArray(said.getValue()))
                    .as("what is said on the next page as %s", said.getKey())
                    .doesNotThrowAnyException();
        }
    }

    private static MockHttpServletRequest numbered(MockHttpServletRequest request) {
        if ("POST".equals(request.getMethod()) && request.getParameter("once") == null) {
            request.addParameter("once", UUID.randomUUID().toString());
        }
        return request;
    }
}
