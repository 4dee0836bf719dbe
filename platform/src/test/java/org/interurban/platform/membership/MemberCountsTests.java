package org.interurban.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** How many members there are of each type, in all and in each region, is counted as the page is read. */
@PlatformTest
@Transactional
class MemberCountsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    /** What the link to these members says; 0 where there is none. */
    private int counted(String query) throws UnsupportedEncodingException {
        var page = browser.get().uri("/members").exchange().getResponse().getContentAsString();
        var found = Pattern.compile(
                        "(\\d+)</span> <span class=\"unit\"><a\\s+href=\"/members\\?%1$s\"|href=\"/members\\?%1$s\">(\\d+)<"
                                .formatted(Pattern.quote(query.replace("&", "&amp;"))))
                .matcher(page);
        return found.find() ? Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1)) : 0;
    }

    private void join(String organisation) {
        assertThat(browser.post()
                        .uri("/members/new")
                        .param("organisation", organisation)
                        .param("type", "associate")
                        .param("region", "north-america")
                        .with(Acting.as(Role.MEMBERSHIP_OFFICER)))
                .hasStatus3xxRedirection();
    }

    @Test
    void ofEachTypeAreCountedInAll() throws Exception {
        assertThat(counted("type=full")).isGreaterThan(counted("type=associate"));
        var before = counted("type=associate");

        join("Dublin");

        assertThat(counted("type=associate")).isEqualTo(before + 1);
    }

    @Test
    void ofEachRegionAreCountedByType() throws Exception {
        var inNorthAmerica = counted("region=north-america&type=associate");
        var elsewhere = counted("region=southeast-asia&type=associate");

        join("Dublin");

        assertThat(counted("region=north-america&type=associate")).isEqualTo(inNorthAmerica + 1);
        assertThat(counted("region=southeast-asia&type=associate"))
                .isEqualTo(elsewhere)
                .isPositive();
    }
}
