package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.interurban.platform.StatementCount;
import org.junit.jupiter.api.Test;

/** How reviewed rows come in and are taken back. */
class SheetImportTests extends SheetWays {

    @Test
    void carriesAMessySheetFromUploadToImportAndBack() {
        var sheet = uploaded("cities", Sheets.messy());
        assertThat(post(sheet + "/columns", COLUMNS)).hasRedirectedUrl(sheet + "/rows");

        assertThat(text(get(sheet + "/rows"))).contains("Row 8", "대한민구", "Perhaps it is", "row 8, column D");
        assertThat(text(get(sheet + "/rows?state=doubtful"))).contains("Qqoyangvile", "Qqoyangville, KR");
        assertThat(text(get(sheet + "/rows?state=changed"))).contains("<del>9400000</del>", "<ins>9600000</ins>");
        assertThat(text(get(sheet + "/rows?state=new"))).contains("Zzuwonpolis");

        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet + "/rows");
        assertThat(count("zzuwonpolis")).isZero();

        post(sheet + "/rows", Map.of("cell-8-country", "대한민국"));
        var city = sql.sql("select id from organisation where code = 'qqoyangville'")
                .query(UUID.class)
                .single();
        post(sheet + "/rows", Map.of("choice-6", city.toString()));
        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet);

        assertThat(count("zzuwonpolis")).isOne();
        assertThat(count("xxbusanopolis")).isOne();
        assertThat(population("vvseoulopolis")).isEqualTo(9600000);
        assertThat(population("qqoyangville")).isEqualTo(1073000);
        assertThat(sql.sql("select count(*) from audit_act where act = 'intake.imported' and subject_key = :id")
                        .param("id", sheet.replace("/sheets/", ""))
                        .query(Integer.class)
                        .single())
                .isOne();

        assertThat(post(sheet + "/undo", Map.of())).hasRedirectedUrl(sheet);
        assertThat(text(get(sheet))).contains("taken back");
        assertThat(count("zzuwonpolis")).isZero();
        assertThat(population("vvseoulopolis")).isEqualTo(9400000);
    }

    @Test
    void saysWhatStandsInTheWayOfTakingBackAndTakesNothing() {
        var sheet = imported("name,country,population\nZzone,KR,1000\nZztwo,KR,2000\nZzthree,KR,3000\n");
        sql.sql("update organisation set population = 2222 where code = 'zztwo'")
                .update();
        sql.sql("""
            insert into site (id, code, organisation, name, kind)
            select gen_random_uuid(), 'zz-site', id, 'Tower', 'site' from organisation where code = 'zzthree'
            """).update();

        post(sheet + "/undo", Map.of());

        assertThat(text(get(sheet)))
                .contains("Nothing was taken back", "Zztwo", "changed since", "Zzthree", "Other records refer to it");
        assertThat(count("zzone")).isOne();
    }

    @Test
    void doesNotImportWhatCameOutDifferentlyMeanwhile() {
        var sheet = uploaded("cities", "name,country\nZznew,KR\n".getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country"));
        city("zznew-by-another", "Zznew", 5);

        assertThat(post(sheet + "/import", Map.of())).hasRedirectedUrl(sheet + "/rows");
        assertThat(count("zznew")).isZero();
        assertThat(text(get(sheet + "/rows?state=same"))).contains("Zznew");
    }

    @Test
    void changesNothingWhenImportedTwice() {
        imported("name,country,population\nZzonce,KR,1000\n");
        var again = imported("name,country,population\nZzonce,KR,1000\n");

        assertThat(count("zzonce")).isOne();
        assertThat(text(get(again + "/rows?state=same"))).contains("Zzonce");
    }

    @Test
    void bringsALargeSheetInAsWorkThatCanBeWatchedAndTakenBack() {
        var csv = new StringBuilder("name,country,population\n");
        for (int i = 0; i <= SheetWork.WRITTEN_AT_ONCE; i++) {
            csv.append("Zz").append(word(i)).append(",KR,").append(1000 + i).append('\n');
        }
        var sheet = uploaded("cities", csv.toString().getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));
        post(sheet + "/rows", Map.of());
        post(sheet + "/skip", Map.of("state", "doubtful"));
        var id = UUID.fromString(sheet.replace("/sheets/", ""));

        assertThat(post(sheet + "/import", Map.of()).getResponse().getRedirectedUrl())
                .startsWith("/jobs/");
        await().atMost(Duration.ofMinutes(2)).until(() -> stage(id).equals("imported"));
        assertThat(post(sheet + "/undo", Map.of()).getResponse().getRedirectedUrl())
                .startsWith("/jobs/");
        await().atMost(Duration.ofMinutes(2)).until(() -> stage(id).equals("undone"));
    }

    @Test
    void needsNoMoreStatementsForMoreRows() {
        var csv = new StringBuilder("name,country,population\n");
        for (int i = 0; i < 40; i++) {
            csv.append("Zz").append(word(i)).append(",KR,").append(1000 + i).append('\n');
        }
        var sheet = uploaded("cities", csv.toString().getBytes(StandardCharsets.UTF_8));
        post(sheet + "/columns", Map.of("column-0", "name", "column-1", "country", "column-2", "population"));
        post(sheet + "/rows", Map.of());
        post(sheet + "/skip", Map.of("state", "doubtful"));

        assertThat(StatementCount.of(() -> post(sheet + "/import", Map.of()))).isLessThan(40);
        assertThat(StatementCount.of(() -> post(sheet + "/undo", Map.of()))).isLessThan(40);
    }
}
