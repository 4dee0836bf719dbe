package org.interurban.platform.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.drawing.Station.Kind;
import org.interurban.platform.drawing.Station.Side;
import org.interurban.platform.drawing.Station.State;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.interurban.platform.web.Labels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns what a partnership did and signed into stations: above the line what Europe hosted, below it the partner's side. */
@Component
public class Stations {

    private final MessageSource messages;
    private final Labels labels;

    Stations(MessageSource messages, Labels labels) {
        this.messages = messages;
        this.labels = labels;
    }

    /** A line of its own over the whole width, with its stations named in full. */
    public Line alone(PartnershipLine partnership, Locale locale) {
        return alone(partnership, List.of(), null, locale);
    }

    /**
     * @param common what the line shares with the others of its programme
     * @param open the code of the step whose readings are open beside the drawing
     */
    Line alone(
            PartnershipLine partnership, List<PartnershipLine.Activity> common, @Nullable String open, Locale locale) {
        var all = new ArrayList<Station>();
        common.forEach(activity -> all.add(station(activity, locale, false).sharedAs(activity.code())));
        all.addAll(stations(partnership, locale, false));
        return partnership.drawn(
                all.stream().map(station -> withReadings(station, open)).toList(), null);
    }

    /** Two readings are opened from the station they are about. */
    private static Station withReadings(Station station, @Nullable String open) {
        var code = station.link() == null ? "" : station.link().replaceFirst(".*[/#]", "");
        return station.readings() > 1
                ? station.disputed(station.readings(), code.equals(open)).linked("?reading=" + code + "#readings")
                : station;
    }

    /** A line among others, with short labels: the place and the date. */
    public Line inTimetable(PartnershipLine partnership, Locale locale) {
        return partnership.drawn(stations(partnership, locale, true), partnership.link());
    }

    /** Named lines under each other; above them what concerns all, of which a launch is joined through every line. */
    List<Line> timetable(List<PartnershipLine> partnerships, List<PartnershipLine.Activity> common, Locale locale) {
        var launch = common.stream()
                .filter(activity -> activity.when().isKnown() && activity.isLaunch() && partnerships.size() > 1)
                .findFirst();
        var rows = new ArrayList<Line>();
        if (!common.isEmpty()) {
            rows.add(Line.whole(
                    messages.getMessage("lines.whole-programme", null, locale),
                    messages.getMessage("lines.shared-stations", null, locale),
                    common.stream()
                            .map(activity -> {
                                var station = station(activity, locale, true);
                                return launch.filter(activity::equals).isPresent()
                                        ? station.sharedAs(activity.code())
                                        : station;
                            })
                            .toList()));
        }
        for (var partnership : partnerships) {
            var stations = new ArrayList<Station>();
            if (!partnership.activities().isEmpty()) {
                launch.ifPresent(activity -> stations.add(
                        station(activity, locale, true).labelled("", "").sharedAs(activity.code())));
            }
            stations.addAll(stations(partnership, locale, true));
            rows.add(partnership.drawn(stations, partnership.link()));
        }
        return rows;
    }

    private List<Station> stations(PartnershipLine partnership, Locale locale, boolean shortly) {
        var all = new ArrayList<Station>();
        partnership.activities().forEach(activity -> all.add(station(activity, locale, shortly)));
        partnership.agreements().stream()
                .filter(agreement -> !agreement.status().equals("unclear"))
                .forEach(agreement -> all.add(station(agreement, locale)));
        return all;
    }

    private Station station(PartnershipLine.Activity activity, Locale locale, boolean shortly) {
        var date = activity.when().text(locale);
        var station = Station.of(
                activity.title(),
                date,
                activity.when(),
                activity.kind(),
                switch (activity.status()) {
                    case "held" -> State.HELD;
                    case "proposed" -> State.UNDER_DISCUSSION;
                    default -> State.PLANNED;
                },
                activity.inEurope() ? Side.ABOVE : Side.BELOW,
                "/activities/" + activity.code());
        if (activity.readings() > 1) {
            station = station.disputed(activity.readings(), false);
        }
        if (!shortly) {
            return station;
        }
        return station.labelled(
                activity.isVisit() && activity.host() != null ? activity.host() : station.label(),
                withoutYear(activity.when(), locale));
    }

    private Station station(PartnershipLine.Agreement agreement, Locale locale) {
        var state =
                switch (agreement.status()) {
                    case "signed", "declared" -> State.HELD;
                    case "under-discussion" -> State.UNDER_DISCUSSION;
                    default -> State.PLANNED;
                };
        var station = Station.of(
                said(agreement.title(), agreement.status(), locale),
                agreement.when().text(locale),
                agreement.when(),
                Kind.AGREEMENT,
                state,
                Side.BELOW,
                "/agreements/" + agreement.code());
        if (agreement.own()) {
            var type = labels.of("lines.type", agreement.type(), locale);
            station = station.labelled(said(type, agreement.status(), locale), station.detail());
        }
        return agreement.readings() > 1 ? station.disputed(agreement.readings(), false) : station;
    }

    private String said(String agreement, String status, Locale locale) {
        return messages.getMessage("lines.agreement." + status, new Object[] {agreement}, locale);
    }

    /** The axis of a timetable gives the year. */
    private static String withoutYear(PartialPeriod when, Locale locale) {
        var text = when.text(locale);
        var from = when.from();
        if (from == null || when.precision() != Precision.DAY) {
            return text;
        }
        var year = Integer.toString(from.getYear());
        return text.indexOf(year) == text.lastIndexOf(year)
                ? text.replace(year + "년 ", "").replace(" " + year, "")
                : text;
    }
}
