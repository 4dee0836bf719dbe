package org.interurban.platform.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.drawing.Station.Kind;
import org.interurban.platform.drawing.Station.Side;
import org.interurban.platform.drawing.Station.State;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns what a partnership did and signed into stations: above the line what Europe hosted, below it the partner's side. */
@Component
public class Stations {

    private final MessageSource messages;

    Stations(MessageSource messages) {
        this.messages = messages;
    }

    /** A line of its own over the whole width, with its stations named in full. */
    public Line alone(PartnershipLine partnership, Locale locale) {
        return partnership.drawn(stations(partnership, locale, false), null);
    }

    /** A line among others, with short labels: the place and the date. */
    public Line inTimetable(PartnershipLine partnership, Locale locale) {
        return partnership.drawn(stations(partnership, locale, true), "/partnerships/" + partnership.code());
    }

    /** The row of what concerns the whole programme. */
    public Line whole(List<PartnershipLine.Activity> activities, Locale locale) {
        return Line.whole(
                messages.getMessage("lines.whole-programme", null, locale),
                messages.getMessage("lines.shared-stations", null, locale),
                activities.stream()
                        .map(activity -> station(activity, locale, false))
                        .toList());
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
        var kind = activity.isVisit() ? Kind.VISIT : activity.type().endsWith("-meeting") ? Kind.MEETING : Kind.EVENT;
        var date = activity.when().text(locale);
        var station = Station.of(
                activity.title(),
                date,
                activity.when(),
                kind,
                activity.status().equals("held") ? State.HELD : State.PLANNED,
                activity.inEurope() ? Side.ABOVE : Side.BELOW,
                "/activities/" + activity.code());
        if (activity.readings() > 1) {
            station = station.disputed(activity.readings(), false);
        }
        return shortly && activity.isVisit() && activity.host() != null
                ? station.labelled(activity.host(), date)
                : station;
    }

    private Station station(PartnershipLine.Agreement agreement, Locale locale) {
        var state =
                switch (agreement.status()) {
                    case "signed", "declared" -> State.HELD;
                    case "under-discussion" -> State.UNDER_DISCUSSION;
                    default -> State.PLANNED;
                };
        var station = Station.of(
                messages.getMessage("lines.agreement." + agreement.status(), new Object[] {agreement.title()}, locale),
                agreement.when().text(locale),
                agreement.when(),
                Kind.AGREEMENT,
                state,
                Side.BELOW,
                "/agreements#" + agreement.code());
        return agreement.readings() > 1 ? station.disputed(agreement.readings(), false) : station;
    }
}
