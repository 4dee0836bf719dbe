package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What left as a sheet and comes back as it left changes nothing, for every kind that can come in. */
@PlatformTest
@ActiveProfiles("demo")
class RoundTripTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    SheetTargets targets;

    @Test
    void changesNothingOfAnyKindWhoseSheetComesBackUnchanged() {
        var officer = new SheetWalk(browser, Acting.as(Role.PROGRAMME_OFFICER));
        for (var target : targets.all()) {
            var sheet = officer.in(target.name(), officer.file(target.name() + ".xlsx"));

            assertThat(officer.states(sheet).keySet())
                    .as(() -> target.name() + officer.rows(sheet, "faulty"))
                    .isSubsetOf(Set.of("same"));
        }
    }

    @Test
    void changesNothingOfCitiesWhoseListComesBackUnchanged() throws Exception {
        var officer = new SheetWalk(browser, Acting.as(Role.PROGRAMME_OFFICER));
        var list = browser.get().uri("/cities.xlsx").exchange().getResponse().getContentAsByteArray();

        assertThat(officer.states(officer.in("cities", list)).keySet()).isEqualTo(Set.of("same"));
    }
}
