package org.interurban.platform.programmes;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The funding lines of programmes, for papers that templates write; templates know it as {@code @fundingLines}. */
@Component
public class FundingLines {

    private final JdbcClient sql;

    FundingLines(JdbcClient sql) {
        this.sql = sql;
    }

    /** For whoever sees a paper of the programme; empty where it says nothing of whoever pays. */
    public Optional<FundingLine> of(String programme, Locale locale) {
        return sql.sql("select " + FundingLine.COLUMNS + " from programme_portrait p where p.code = :code")
                .param("language", locale.getLanguage())
                .param("code", programme)
                .query((row, n) -> FundingLine.of(row))
                .optional();
    }
}
