package org.interurban.platform.gazetteer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.DateReading;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.web.Limits;
import org.interurban.platform.web.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down the public holidays of a country, typed or pasted one a line, and takes them out again. */
@Service
class KeepHolidays {

    static final int NAME_LENGTH = 120;
    static final int LINES_LENGTH = Limits.PASTED;
    private static final int WORDS_OF_A_DATE = 4;

    private final JdbcClient sql;
    private final Rights rights;
    private final Audit audit;

    KeepHolidays(JdbcClient sql, Rights rights, Audit audit) {
        this.sql = sql;
        this.rights = rights;
        this.audit = audit;
    }

    sealed interface Outcome {
        record Kept(int added) implements Outcome {}

        /** Nothing was kept: in this line there is no certain day with a name after it. */
        record Unread(String line) implements Outcome {}
    }

    record Line(LocalDate day, String name) {

        /** As {@code 20 March 2027 Nowruz}; the longest beginning that is a day is the day. */
        static Optional<Line> of(String text, Locale locale) {
            var words = Arrays.asList(text.strip().split("[\\s;]+"));
            for (var most = Math.min(WORDS_OF_A_DATE, words.size() - 1); most > 0; most--) {
                var name = String.join(" ", words.subList(most, words.size()));
                if (name.length() <= NAME_LENGTH
                        && DateReading.of(day(words.subList(0, most)), DateReading.Extent.DAY, locale)
                                instanceof DateReading.Meant(var when)
                        && when.isKnown()) {
                    return Optional.ofNullable(when.from()).map(day -> new Line(day, name));
                }
            }
            return Optional.empty();
        }

        private static String day(List<String> words) {
            return String.join(" ", words).replaceFirst("[,:]$", "");
        }
    }

    @Transactional
    Outcome add(String country, String typed, Locale locale) {
        rights.require(CommonPermission.ADMINISTRATION);
        var lines = new ArrayList<Line>();
        for (var text : Typed.lines(typed)) {
            var line = Line.of(text, locale);
            if (line.isEmpty()) {
                return new Outcome.Unread(text);
            }
            lines.add(line.get());
        }
        var added = insert(country, lines);
        if (added > 0) {
            audit.record("gazetteer.holidays-added", subject(country), Map.of("days", String.valueOf(added)));
        }
        return new Outcome.Kept(added);
    }

    private int insert(String country, List<Line> lines) {
        return lines.stream()
                .mapToInt(line -> sql.sql("""
                            insert into holiday (id, country, day, name) values (:id, :country, :day, :name) on conflict do nothing
                            """)
                        .param("id", new HolidayId(Identifier.next()))
                        .param("country", country)
                        .param("day", line.day())
                        .param("name", line.name())
                        .update())
                .sum();
    }

    @Transactional
    void remove(String country, HolidayId id) {
        rights.require(CommonPermission.ADMINISTRATION);
        var removed = sql.sql("delete from holiday where id = :id and country = :country")
                .param("id", id)
                .param("country", country)
                .update();
        if (removed == 1) {
            audit.record("gazetteer.holiday-removed", subject(country), Map.of());
            audit.mayBeUndone(CommonPermission.ADMINISTRATION, subject(country), "/countries/" + country);
        }
    }

    private static Audit.Subject subject(String country) {
        return new Audit.Subject("country", country);
    }
}
