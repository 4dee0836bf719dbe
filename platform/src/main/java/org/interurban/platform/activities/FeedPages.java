package org.interurban.platform.activities;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Calendars to subscribe to: everything, one programme, one partnership, one activity, or any filter of the list. */
@Open
@Controller
class FeedPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final ActivityLists lists;
    private final Programmes programmes;
    private final Partnerships partnerships;
    private final MessageSource messages;
    private final Clock clock;

    FeedPages(
            ActivityLists lists,
            Programmes programmes,
            Partnerships partnerships,
            MessageSource messages,
            Clock clock) {
        this.lists = lists;
        this.programmes = programmes;
        this.partnerships = partnerships;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/activities.ics")
    ResponseEntity<String> all(ListQuery query, Locale locale) {
        return feed(messages.getMessage("activities.title", null, locale), query, locale);
    }

    @GetMapping("/programmes/{code}/activities.ics")
    ResponseEntity<String> ofProgramme(@PathVariable String code, Locale locale) {
        var programme = programmes.brief(code, locale).orElseThrow(() -> new NotFound("There is no programme " + code));
        return feed(programme.name(), only("programme", code, locale), locale);
    }

    @GetMapping("/partnerships/{code}/activities.ics")
    ResponseEntity<String> ofPartnership(@PathVariable String code, Locale locale) {
        var partnership =
                partnerships.brief(code, locale).orElseThrow(() -> new NotFound("There is no partnership " + code));
        return feed(partnership.name(), only("partnership", code, locale), locale);
    }

    private static ListQuery only(String filter, String value, Locale locale) {
        return new ListQuery(
                "/activities.ics", "", "", ListQuery.MOST, 0, new LinkedHashMap<>(Map.of(filter, value)), locale);
    }

    private ResponseEntity<String> feed(String name, ListQuery query, Locale locale) {
        var found = new ArrayList<ActivityLists.Dated>();
        var page = query.whole();
        while (true) {
            var slice = lists.dated(page);
            found.addAll(slice.items());
            if (!slice.hasNext()) {
                break;
            }
            page = page.at(found.size());
        }
        var left = found.stream().filter(activity -> !Feed.isDated(activity)).count();
        var note = left == 0 ? null : messages.getMessage("activities.feed.left-out", new Object[] {left}, locale);
        var address =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"activities.ics\"")
                .body(Feed.write(name, note, found, line -> title(line, locale), address, clock.instant()));
    }

    private String title(ActivityLists.Line line, Locale locale) {
        return line.period().precision() == Precision.DAY
                ? line.title()
                : messages.getMessage(
                        "activities.feed.about", new Object[] {line.title(), line.when(locale.getLanguage())}, locale);
    }
}
