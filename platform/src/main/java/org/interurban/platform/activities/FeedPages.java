package org.interurban.platform.activities;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.authority.Open;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.database.Exchange;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.partnerships.Partnerships;
import org.interurban.platform.portraits.StationSource;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.portraits.View;
import org.interurban.platform.programmes.Programmes;
import org.interurban.platform.search.LastChanged;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.NotFound;
import org.interurban.platform.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Calendars to subscribe to: everything, or any filter of the list; all steps of one programme or one partnership, as their pages show
 * them. What is known less exactly than by the day comes with {@code vague=yes}.
 */
@Open
@Controller
class FeedPages {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String VAGUE = "vague";

    private final ActivityLists lists;
    private final Programmes programmes;
    private final Partnerships partnerships;
    private final List<StationSource> sources;
    private final LastChanged changes;
    private final NamedParameterJdbcOperations sql;
    private final Rights rights;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Clock clock;

    FeedPages(
            ActivityLists lists,
            Programmes programmes,
            Partnerships partnerships,
            List<StationSource> sources,
            LastChanged changes,
            NamedParameterJdbcOperations sql,
            Rights rights,
            PublicAddress address,
            MessageSource messages,
            Clock clock) {
        this.lists = lists;
        this.programmes = programmes;
        this.partnerships = partnerships;
        this.sources = sources;
        this.changes = changes;
        this.sql = sql;
        this.rights = rights;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/activities.ics")
    ResponseEntity<String> all(ListQuery query, Locale locale) {
        var filters = new LinkedHashMap<>(query.filters());
        var vague = "yes".equals(filters.remove(VAGUE));
        var asked = new ListQuery(query.path(), query.q(), query.sort(), ListQuery.MOST, 0, filters, locale);
        return feed(said("activities.title", locale), vague, activities(asked, locale), locale);
    }

    @GetMapping("/programmes/{code}/activities.ics")
    ResponseEntity<String> ofProgramme(
            @PathVariable String code, @RequestParam(defaultValue = "") String vague, Locale locale) {
        var programme = programmes.brief(code, locale).orElseThrow(() -> new NotFound("There is no programme " + code));
        return feed(
                programme.name(),
                vague.equals("yes"),
                Stream.concat(
                        activities(only("programme", code, locale), locale),
                        steps("programme = (select id from programme_brief where code = :code)", code, locale)),
                locale);
    }

    @GetMapping("/partnerships/{code}/activities.ics")
    ResponseEntity<String> ofPartnership(
            @PathVariable String code, @RequestParam(defaultValue = "") String vague, Locale locale) {
        var partnership =
                partnerships.brief(code, locale).orElseThrow(() -> new NotFound("There is no partnership " + code));
        return feed(
                partnership.name(),
                vague.equals("yes"),
                Stream.concat(
                        activities(only("partnership", code, locale), locale), steps("code = :code", code, locale)),
                locale);
    }

    private static ListQuery only(String filter, String value, Locale locale) {
        return new ListQuery("/activities.ics", "", "", ListQuery.MOST, 0, Map.of(filter, value), locale);
    }

    private Stream<Feed.Entry> activities(ListQuery query, Locale locale) {
        var found = new ArrayList<ActivityLists.Dated>();
        var page = query;
        while (true) {
            var slice = lists.dated(page);
            found.addAll(slice.items());
            if (!slice.hasNext()) {
                break;
            }
            page = page.at(found.size());
        }
        var changed = changes.of(
                "activity",
                found.stream().map(activity -> activity.line().code()).toList());
        return found.stream().map(activity -> entry(activity, changed, locale));
    }

    private Feed.Entry entry(ActivityLists.Dated activity, Map<String, Instant> changed, Locale locale) {
        var line = activity.line();
        return new Feed.Entry(
                line.code(),
                title(line.title(), line.period(), locale),
                line.period(),
                line.hosts().isEmpty()
                        ? line.place()
                        : line.hosts().stream().map(ActivityLists.City::name).collect(Collectors.joining(", ")),
                line.description(),
                Feed.status(Coded.of(ActivityStatus.class, line.status())),
                address.of("/activities/" + line.code()),
                activity.version(),
                changed.getOrDefault(line.code(), today()));
    }

    /** What other modules tell of partnerships, such as what was signed. */
    private Stream<Feed.Entry> steps(String partnership, String code, Locale locale) {
        var view = new View(rights.current(), locale);
        var exchange = new Exchange(Map.of("code", code, "language", view.language()));
        var told = sources.stream()
                .map(source ->
                        source.ofPartnerships(exchange, "select id from partnership_brief where " + partnership, view))
                .toList();
        exchange.send(sql);
        return told.stream()
                .flatMap(module -> module.get().stream())
                .<Step>flatMap(module -> module.steps().stream())
                .filter(step -> !step.kind().equals("activity"))
                .flatMap(step -> Stream.ofNullable(step.station()).map(station -> entry(step, station, locale)));
    }

    private Feed.Entry entry(Step step, Station station, Locale locale) {
        return new Feed.Entry(
                step.code(),
                title(station.title(), step.when(), locale),
                step.when(),
                null,
                step.about(),
                station.held() ? "CONFIRMED" : "TENTATIVE",
                address.of(String.valueOf(station.link())),
                0,
                today());
    }

    private ResponseEntity<String> feed(String name, boolean vague, Stream<Feed.Entry> all, Locale locale) {
        var entries = all.toList();
        var held = entries.stream()
                .filter(entry -> Feed.isDated(entry.when()))
                .filter(entry -> vague || entry.when().precision() == Precision.DAY)
                .toList();
        var left = entries.size() - held.size();
        var note = left == 0 ? null : said(vague ? "activities.feed.left-out" : "activities.feed.vague", locale, left);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"activities.ics\"")
                .body(Feed.write(name, note, held, said("activities.feed.none", locale), today()));
    }

    private Instant today() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    private String title(String title, PartialPeriod when, Locale locale) {
        return when.precision() == Precision.DAY
                ? title
                : said("activities.feed.about", locale, title, when.text(locale));
    }

    private String said(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
