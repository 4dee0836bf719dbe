package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.interurban.platform.authority.Role;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Opens pages as the secretariat does. */
public final class Opening {

    private Opening() {}

    /** In both languages, and with no more statements than a page may need. */
    public static void assertOpens(MockMvcTester browser, String page) {
        var statements =
                StatementCount.of(() -> assertThat(browser.get().uri(page).with(Acting.as(Role.PROGRAMME_OFFICER)))
                        .hasStatusOk());
        assertThat(statements).isLessThanOrEqualTo(StatementCount.MOST_FOR_A_PAGE);
        assertThat(browser.get()
                        .uri(page + (page.contains("?") ? "&" : "?") + "lang=ko")
                        .with(Acting.as(Role.PROGRAMME_OFFICER)))
                .hasStatusOk();
    }
}
