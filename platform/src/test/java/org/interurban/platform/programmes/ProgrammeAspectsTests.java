package org.interurban.platform.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.SampleNetwork;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.sources.Aspect;
import org.interurban.platform.sources.ReadingChosen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ProgrammeAspectsTests {

    @Autowired
    RecordImport records;

    @Autowired
    List<Aspect> aspects;

    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @ValueSource(strings = {"/programmes", "/programmes/IURC", "/programmes/IURC/one-pager"})
    void aStartKnownAsAPeriodIsReadAlikeOnEveryPage(String page) throws Exception {
        SampleNetwork.load(records);
        var value = "2019-03-05/2019-04-20|period";

        aspects.stream()
                .filter(aspect ->
                        aspect.kind().equals("programme") && aspect.name().equals("start"))
                .forEach(aspect -> aspect.follow()
                        .write("IURC", value, new ReadingChosen("CF-10", "programme", "IURC", "start", "a", value)));

        assertThat(browser.get().uri(page + "?lang=en"))
                .bodyText()
                .contains("Mar 2019")
                .doesNotContain("5 Mar 2019");
    }
}
