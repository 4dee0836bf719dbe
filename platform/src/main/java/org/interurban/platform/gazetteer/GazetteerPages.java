package org.interurban.platform.gazetteer;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.Open;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Countries with their clocks and holidays, and the places of the world. */
@Controller
@Open
class GazetteerPages {

    /** A time zone as it is at this moment. */
    record Zone(String name, String cities, String time, String offset, boolean open) {}

    private final Countries countries;
    private final Gazetteer gazetteer;
    private final PlacesLoading places;
    private final Clock clock;

    GazetteerPages(Countries countries, Gazetteer gazetteer, PlacesLoading places, Clock clock) {
        this.countries = countries;
        this.gazetteer = gazetteer;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/countries")
    String countries(ListQuery query, Model model) {
        model.addAttribute("slice", countries.list(query));
        return "gazetteer/countries";
    }

    @GetMapping("/countries/{code}")
    String country(@PathVariable String code, Locale locale, Model model) {
        var country = gazetteer.country(code, locale).orElseThrow(() -> new NotFound(code));
        var now = clock.instant();
        model.addAttribute("country", country);
        model.addAttribute(
                "zones",
                countries.zones(code).stream()
                        .map(zone -> at(zone, now, locale))
                        .toList());
        model.addAttribute("year", Year.now(clock).getValue());
        model.addAttribute(
                "holidays",
                switch (gazetteer.holidays(code, Year.now(clock), locale)) {
                    case Gazetteer.HolidayCalendar.Known(var days) -> days;
                    case Gazetteer.HolidayCalendar.Unknown() -> List.of();
                });
        model.addAttribute("largest", gazetteer.places("", code, 12));
        return "gazetteer/country";
    }

    @GetMapping("/places")
    String places(ListQuery query, Model model) {
        model.addAttribute("slice", countries.places(query));
        model.addAttribute("countries", gazetteer.countryNames(query.locale()));
        model.addAttribute("loaded", places.isDone());
        return "gazetteer/places";
    }

    private static Zone at(Countries.TimeZone zone, Instant now, Locale locale) {
        var id = ZoneId.of(zone.name());
        var local = now.atZone(id);
        return new Zone(
                zone.name(),
                zone.cities(),
                DateTimeFormatter.ofPattern("EEE HH:mm", locale).format(local),
                "UTC" + (local.getOffset().getTotalSeconds() == 0 ? "" : local.getOffset()),
                OfficeHours.isOpen(now, id));
    }
}
