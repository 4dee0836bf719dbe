package org.interurban.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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
    JdbcClient sql;

    @Test
    void emptiesTheRowsThatNamedAPersonAndNoOthers() {
        var sheet = UUID.randomUUID();
        sql.sql("""
            insert into sheet_import (id, target, file_name, worksheets, worksheet, header_row, stage, uploaded_at)
            values (?, 'contacts', 'example.csv', '{}', 0, 1, 'imported', now())
            """).param(sheet).update();
        insert(sheet, 2, "Example City", " Zz Person ", "Director");
        insert(sheet, 3, "Example City", "Somebody else", "ZZ.PERSON@example.org");
        insert(sheet, 4, "Zz Personville", "Another", "Clerk");

        var forgotten = rows.forget("Zz Person", "zz.person@example.org");

        assertThat(forgotten).isEqualTo(2);
        assertThat(sql.sql("select array_to_string(cells, ',') from sheet_row where sheet_import = ? order by position")
                        .param(sheet)
                        .query(String.class)
                        .list())
                .containsExactly(",,", ",,", "Zz Personville,Another,Clerk");
    }

    private void insert(UUID sheet, int position, String... cells) {
        sql.sql("insert into sheet_row (sheet_import, position, cells, state) values (?, ?, ?, 'new')")
                .params(sheet, position, cells)
                .update();
    }
}
