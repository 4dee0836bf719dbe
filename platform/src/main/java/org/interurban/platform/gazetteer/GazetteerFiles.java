package org.interurban.platform.gazetteer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.interurban.platform.archive.RecordFiles;
import org.interurban.platform.archive.RecordTable;
import org.interurban.platform.archive.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The holidays that people wrote down, as a file of our own format. */
@Configuration(proxyBeanMethods = false)
class GazetteerFiles {

    @Bean
    RecordTable holidayFile(RecordFiles files, Gazetteer gazetteer) {
        return files.file("holidays", 9, "holiday", "country, day, name", """
                select country, day::text as day, name, name_translations as name_xx from holiday order by country, day, name
                """)
                .one("country", "country", "country", code -> gazetteer
                        .country(code, Locale.ROOT)
                        .map(found -> code))
                .needs("day", "day", GazetteerFiles::day)
                .text("name", "name", KeepHolidays.NAME_LENGTH)
                .translated("name", "name");
    }

    private static @Nullable LocalDate day(Row row) {
        var text = row.required("day");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            row.fault("day", "\"%s\" is no day, such as 2027-03-20".formatted(text));
            return null;
        }
    }
}
