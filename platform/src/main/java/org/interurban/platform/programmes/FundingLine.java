package org.interurban.platform.programmes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a programme names whoever pays for it, at the foot of its page and of every paper that it makes.
 *
 * @param emblem the address of the picture
 * @param disclaimer what it leaves to whoever writes
 * @param funders to whom the emblem belongs
 */
public record FundingLine(
        @Nullable String emblem,
        @Nullable String line,
        @Nullable String lineLanguage,
        @Nullable String disclaimer,
        @Nullable String disclaimerLanguage,
        List<String> funders) {

    /** Of {@code programme_portrait p}, in the language {@code :language}. */
    public static final String COLUMNS = """
        p.emblem, in_language(p.funding_line, p.funding_line_translations, :language) as funding_line,
        language_shown(p.funding_line_translations, :language) as funding_language,
        in_language(p.disclaimer, p.disclaimer_translations, :language) as disclaimer,
        language_shown(p.disclaimer_translations, :language) as disclaimer_language,
        array(select f.name from programme_body_brief f where f.programme = p.id and f.role = 'funder' order by f.position) as funders
        """;

    public static FundingLine of(ResultSet row) throws SQLException {
        return new FundingLine(
                row.getString("emblem"),
                row.getString("funding_line"),
                row.getString("funding_language"),
                row.getString("disclaimer"),
                row.getString("disclaimer_language"),
                Programmes.texts(row, "funders"));
    }

    public boolean isEmpty() {
        return emblem == null && line == null && disclaimer == null;
    }
}
