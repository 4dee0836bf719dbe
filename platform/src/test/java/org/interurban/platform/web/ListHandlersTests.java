package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ListHandlersTests {

    private record Row(String code) {}

    @Test
    void theApplicationDoesNotStartWithAListThatDoesNotSayWhoMayAskIt() {
        var forgotten = Listing.of(
                        Sheet.of("secrets", Row.class), ListQuery.Terms.NONE, query -> new Slice<>(List.of(), 0, query))
                .at("/secrets");

        assertThatThrownBy(() -> new ListHandlers(
                        mock(RequestMappingHandlerMapping.class), List.of(forgotten), mock(Labels.class)))
                .hasMessageContaining("/secrets")
                .hasMessageContaining("does not say who may ask");
    }
}
