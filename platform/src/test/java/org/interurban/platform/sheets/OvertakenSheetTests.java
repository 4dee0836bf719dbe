package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.interurban.platform.Acting;
import org.interurban.platform.PlatformTest;
import org.interurban.platform.authority.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@PlatformTest
class OvertakenSheetTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    ImportSheet importSheet;

    @BeforeEach
    void haveTwoVisits() {
        forget();
        sql.sql("""
            with body as (
              insert into organisation (id, code, kind, local_government, name)
              values (gen_random_uuid(), 'zzquay', 'city', true, 'Zzquay') returning id)
            insert into engagement (id, code, kind, state, title, initiator, precision)
            select gen_random_uuid(), v.code, 'courtesy-visit', 'planned', v.code, body.id, 'none'
              from body, (values ('ZZ-1'), ('ZZ-2')) v (code)
            """).update();
    }

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
        sql.sql("delete from engagement where code in ('ZZ-1', 'ZZ-2')").update();
        sql.sql("delete from organisation where code = 'zzquay'").update();
    }

    private String account(String code) {
        return sql.sql("select coalesce(account, '') from engagement where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private void saveFromAPage() {
        CompletableFuture.runAsync(() -> sql.sql(
                                "update engagement set account = 'From a page', version = version + 1 where code = 'ZZ-2'")
                        .update())
                .join();
    }

    @Test
    void nothingOfASheetStaysWhereSomebodyWasFasterWhileItWasWritten() {
        var officer = new SheetWalk(browser, Acting.as(Role.PROGRAMME_OFFICER));
        var sheet = officer.in(
                "engagements",
                SheetWalk.of(
                        Map.of("code", "ZZ-1", "account", "From the sheet"),
                        Map.of("code", "ZZ-2", "account", "From the sheet")));
        assertThat(officer.states(sheet)).isEqualTo(Map.of("changed", 2));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(
                Acting.as(Role.PROGRAMME_OFFICER).postProcessRequest(new MockHttpServletRequest())));

        var first = new AtomicBoolean(true);
        var outcome = importSheet.run(SheetId.of(sheet.replace("/sheets/", "")), done -> {
            if (first.getAndSet(false)) {
                saveFromAPage();
            }
        });

        assertThat(outcome).isInstanceOf(ImportSheet.Outcome.Outdated.class);
        assertThat(account("ZZ-1")).isEmpty();
        assertThat(account("ZZ-2")).isEqualTo("From a page");
        assertThat(officer.rows(sheet, "changed")).contains("<del>From a page</del>");
    }
}
