package org.interurban.platform.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.interurban.platform.Acting.as;

import org.interurban.platform.PlatformTest;
import org.interurban.platform.WholeSample;
import org.interurban.platform.authority.Role;
import org.interurban.platform.sheets.SheetWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ActionSheetTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    WholeSample sample;

    private SheetWalk officer;

    @BeforeEach
    void loadSample() {
        sample.load();
        officer = new SheetWalk(browser, as(Role.PROGRAMME_OFFICER));
    }

    @Test
    void whatLeavesAsASheetComesBackUnchanged() throws Exception {
        var sheet = officer.in("actions", officer.file("actions.xlsx"));

        assertThat(officer.states(sheet)).containsOnlyKeys("same");
    }
}
