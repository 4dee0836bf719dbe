package org.interurban.platform.gazetteer;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.authority.CommonPermission;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Requires;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.web.InMenu;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.Once;
import org.interurban.platform.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
    private final Holidays holidays;
    private final KeepHolidays keep;
    private final Rights rights;

    GazetteerPages(
            Countries countries,
            Gazetteer gazetteer,
            PlacesLoading places,
            Clock clock,
            Holidays holidays,
            KeepHolidays keep,
            Rights rights) {
        this.countries = countries;
        this.gazetteer = gazetteer;
        this.places = places;
        this.clock = clock;
        this.holidays = holidays;
        this.keep = keep;
        this.rights = rights;
    }

    @InMenu(atWork = true, place = 170, words = "gazetteer.countries", section = "countries")
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
        model.addAttribute(
                "own",
                rights.may(CommonPermission.ADMINISTRATION) ? holidays.own(code, Year.now(clock), locale) : List.of());
        model.addAttribute("largest", gazetteer.places("", code, 12));
        return "gazetteer/country";
    }

    @Requires(value = "ADMINISTRATION", network = true)
    @Once
    @PostMapping("/countries/{code}/holidays")
    ModelAndView addHolidays(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String lines,
            RedirectAttributes next,
            Model model,
            Locale locale) {
        if (gazetteer.country(code, locale).isEmpty()) {
            throw new NotFound(code);
        }
        if (lines.length() > KeepHolidays.LINES_LENGTH) {
            return unread(code, lines, lines.substring(0, KeepHolidays.NAME_LENGTH), model, locale);
        }
        return switch (keep.add(code, lines, locale)) {
            case KeepHolidays.Outcome.Unread(var line) -> unread(code, lines, line, model, locale);
            case KeepHolidays.Outcome.Kept _ -> {
                next.addFlashAttribute("notice", "gazetteer.holidays.kept");
                yield new ModelAndView("redirect:/countries/" + code);
            }
        };
    }

    private ModelAndView unread(String code, String lines, String line, Model model, Locale locale) {
        model.addAttribute("lines", lines);
        model.addAttribute("unread", line);
        return Typed.again(country(code, locale, model), model);
    }

    @Requires(value = "ADMINISTRATION", network = true)
    @Once
    @PostMapping("/countries/{code}/holidays/{id}/remove")
    String removeHoliday(@PathVariable String code, @PathVariable HolidayId id, RedirectAttributes next) {
        keep.remove(code, id);
        next.addFlashAttribute("notice", "gazetteer.holidays.removed");
        return "redirect:/countries/" + code;
    }

    @InMenu(atWork = true, place = 180, words = "gazetteer.places", section = "places")
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
