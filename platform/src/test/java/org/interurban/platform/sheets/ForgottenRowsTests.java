package org.interurban.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import java.util.Map;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PlatformTest
@Transactional
class ForgottenRowsTests {

    @Autowired
    ForgottenRows rows;

    @Autowired
    SheetImports imports;

    @Autowired
    RecurringTask<Void> discardOldSheets;

    @Autowired
    JdbcClient sql;

    @Test
    void emptiesTheRowsThatNamedAPersonAndNoOthers() {
        var sheet = SheetId.next();
        sql.sql("""
            insert into sheet_import (id, target, file_name, worksheets, worksheet, header_row, stage, uploaded_at)
            values (?, 'contacts', 'example.csv', '{}', 0, 1, 'imported', now())
            """).param(sheet).update();
        insert(sheet, 2, "Example City", " Zz Person ", "Director");
        insert(sheet, 3, "Example City", "Somebody else", "ZZ.PERSON@example.org");
        insert(sheet, 4, "Zz Personville", "Another", "Clerk");

        var forgotten = rows.forget(rows.find("Zz Person", "zz.person@example.org"));

        assertThat(forgotten).isEqualTo(2);
        assertThat(sql.sql("select array_to_string(cells, ',') from sheet_row where sheet_import = ? order by position")
                        .param(sheet)
                        .query(String.class)
                        .list())
                .containsExactly(",,", ",,", "Zz Personville,Another,Clerk");
    }

    @Test
    void dropsTheFileOfASheetNotYetImportedWhereThePersonStandsInAnyWorksheet() {
        var naming = upload(Sheets.xlsx(Map.of(
                "Cities", List.<Object[]>of(new Object[] {"Example City"}), "People", List.<Object[]>of(new Object[] {
                    "zz person "
                }))));
        var other = upload(Sheets.xlsx(new Object[] {"Zz Personville"}));

        rows.forget(rows.find("Zz Person", null));

        assertThat(imports.withContent()).contains(other).doesNotContain(naming);
    }

    @Test
    void discardsASheetThatNobodyWentOnWithForAMonth() {
        var old = upload(Sheets.xlsx(new Object[] {"Example City"}));
        var recent = upload(Sheets.xlsx(new Object[] {"Example City"}));
        sql.sql("update sheet_import set uploaded_at = now() - interval '31 days' where id = ?")
                .param(old)
                .update();
        insert(old, 2, "Example City");

        discardOldSheets.execute(null, null);

        assertThat(stage(old)).isEqualTo("discarded");
        assertThat(imports.withContent()).doesNotContain(old);
        assertThat(stage(recent)).isEqualTo("columns");
        assertThat(sql.sql("select count(*) from sheet_row where sheet_import = ?")
                        .param(old)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String stage(SheetId sheet) {
        return sql.sql("select stage from sheet_import where id = ?")
                .param(sheet)
                .query(String.class)
                .single();
    }

    private SheetId upload(byte[] content) {
        var sheet = SheetId.next();
        sql.sql("""
            insert into sheet_import (id, target, file_name, content, worksheets, worksheet, header_row, stage, uploaded_at)
            values (?, 'contacts', 'example.xlsx', ?, '{}', 0, 1, 'columns', now())
            """).params(sheet, content).update();
        return sheet;
    }

    private void insert(SheetId sheet, int position, String... cells) {
        sql.sql("insert into sheet_row (sheet_import, position, cells, state) values (?, ?, ?, 'new')")
                .params(sheet, position, cells)
                .update();
    }
}
