package org.interurban.platform.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.portraits.Step;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Named lines under each other; above them what concerns all, of which a launch is joined through the lines of those who were there. */
@Component
class Timetable {

    private final MessageSource messages;

    Timetable(MessageSource messages) {
        this.messages = messages;
    }

    List<Line> of(List<PartnershipLine> partnerships, List<Step> common, Locale locale) {
        var launch = common.stream()
                .filter(step -> step.when().isKnown() && step.isOpening() && partnerships.size() > 1)
                .findFirst();
        var rows = new ArrayList<Line>();
        if (!common.isEmpty()) {
            rows.add(Line.whole(
                    messages.getMessage("lines.whole-programme", null, locale),
                    messages.getMessage("lines.shared-stations", null, locale),
                    common.stream()
                            .flatMap(step -> shortly(step)
                                    .map(station -> launch.filter(step::equals).isPresent()
                                            ? station.sharedAs(step.code())
                                            : station))
                            .toList()));
        }
        for (var partnership : partnerships) {
            var joined = launch.filter(partnership.shared()::contains).stream().flatMap(step -> shortly(step)
                    .map(station -> station.labelled("", station.detail()).sharedAs(step.code())));
            rows.add(partnership.inTimetable(joined));
        }
        return rows;
    }

    private static Stream<Station> shortly(Step step) {
        return Stream.ofNullable(step.shortly());
    }
}
