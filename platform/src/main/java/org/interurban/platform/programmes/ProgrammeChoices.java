package org.interurban.platform.programmes;

import java.util.Locale;
import java.util.Map;
import org.interurban.platform.web.ListForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programmes by code, each called by its abbreviation or else its name, for the form over a list. */
@Component
public class ProgrammeChoices {

    private final JdbcClient sql;

    ProgrammeChoices(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param ids a select of the programmes' ids */
    public Map<String, String> among(String ids, Locale locale) {
        return sql.sql("""
            select code, coalesce(abbreviation, in_language(name, name_translations, ?)) as name
              from programme where id in (%s) order by name
            """.formatted(ids)).param(locale.getLanguage()).query(ListForm::ofRows);
    }
}
