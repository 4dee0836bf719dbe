package org.interurban.platform.activities;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.portraits.CityPart;
import org.interurban.platform.portraits.Shown;
import org.interurban.platform.portraits.View;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What took place in a city beside the visits of its partners, which its lines show. */
@Component
class HostedByCity implements CityPart {

    private static final int NEWEST = 6;

    /** @param all how many there are */
    record Event(
            String code, String title, @Nullable String titleLanguage, PartialPeriod when, String city, long all) {}

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Supplier<Optional<Shown>> of(Exchange exchange, Identifier city, View view) {
        var events = exchange.ask(
                """
                select a.code, in_language(a.title, a.title_translations, :language) as title,
                       language_shown(a.title_translations, :language) as title_language, a.from_on, a.to_on, a.precision,
                       o.code as city, count(*) over () as total
                  from activity a
                  join activity_seen_by s on s.id = a.id
                  join activity_takes_part x on x.activity = a.id and x.role = 'host'
                  join organisation_brief o on o.id = x.organisation
                 where x.organisation = :city and a.partnership is null and %s
                 order by a.from_on desc nulls last, a.code limit %d
                """.formatted(view.sees("s"), NEWEST),
                (row, n) -> new Event(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("title_language"),
                        new PartialPeriod(
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("to_on", LocalDate.class),
                                Coded.of(Precision.class, row.getString("precision"))),
                        row.getString("city"),
                        row.getLong("total")));
        return () ->
                events.get().isEmpty() ? Optional.empty() : Optional.of(new Shown("activities/portrait", events.get()));
    }
}
