package org.interurban.platform.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page about open data: every example on it can be run as it stands, every list on it can be read. */
@PlatformTest
class OpenDataTests {

    private static final Pattern EXAMPLE = Pattern.compile(
            "<a class=\"example\"[^>]*href=\"([^\"]+)\"><code[^>]*>curl &#39;(http[^&]*?//[^/]+)?(.+?)&#39;</code>");
    private static final Pattern FILE = Pattern.compile("href=\"(/api/v1/[^\"]+)\">(JSON|CSV|XLSX)<");

    @Autowired
    MockMvcTester programs;

    @Autowired
    WholeSample sample;

    @BeforeEach
    void loadSample() {
        sample.load();
    }

    @Test
    void everyExampleRuns() throws Exception {
        for (var language : List.of("en", "ko")) {
            var examples = EXAMPLE.matcher(page(language)).results().toList();

            assertThat(examples).hasSizeGreaterThan(6);
            for (var example : examples) {
                var address = example.group(1).replace("&amp;", "&");
                assertThat(example.group(3).replace("&amp;", "&"))
                        .as("what is shown is what is linked")
                        .isEqualTo(address);
                var answer = programs.get().uri(address).exchange();
                assertThat(answer).as(address).hasStatusOk();
                assertThat(answer.getResponse().getContentAsByteArray())
                        .as(address)
                        .isNotEmpty();
                assertThat(answer).as(address).headers().hasValue(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            }
        }
    }

    @Test
    void everyListAndSheetIsThere() throws Exception {
        var files =
                FILE.matcher(page("en")).results().map(MatchResult::toString).toList();
        assertThat(files).isNotEmpty();
        FILE.matcher(page("en")).results().map(file -> file.group(1)).forEach(address -> {
            assertThat(programs.get().uri(address)).as(address).hasStatusOk();
        });
    }

    private String page(String language) throws Exception {
        var answer = programs.get().uri("/open-data?lang=" + language).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
