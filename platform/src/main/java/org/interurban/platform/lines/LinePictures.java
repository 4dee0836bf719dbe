package org.interurban.platform.lines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.drawing.Line;
import org.interurban.platform.drawing.LineDrawing;
import org.interurban.platform.drawing.LineDrawings;
import org.interurban.platform.drawing.RouteMap.Route;
import org.interurban.platform.drawing.Span;
import org.interurban.platform.portraits.View;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws lines as everyone sees them, to be shown elsewhere. */
@Component
class LinePictures {

    /**
     * @param members the cities of a partnership; none for a programme
     * @param drawing null before the first day on record, when {@code pairs} says who works with whom
     */
    record Picture(
            String title,
            @Nullable String about,
            List<PartnershipLine.Member> members,
            @Nullable LineDrawing drawing,
            List<Route> pairs) {}

    private final PartnershipLines lines;
    private final ProgrammePortraits programmes;
    private final Timetable timetable;
    private final FirstDay firstDay;
    private final LineDrawings drawings;
    private final Clock clock;

    LinePictures(
            PartnershipLines lines,
            ProgrammePortraits programmes,
            Timetable timetable,
            FirstDay firstDay,
            LineDrawings drawings,
            Clock clock) {
        this.clock = clock.withZone(ZoneOffset.UTC);
        this.lines = lines;
        this.programmes = programmes;
        this.timetable = timetable;
        this.firstDay = firstDay;
        this.drawings = drawings;
    }

    Picture ofPartnership(String code, Locale locale) {
        var read = lines.publicly(code, locale);
        var partnership = read.partnerships().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no partnership " + code));
        if (!partnership.hasStations()) {
            return new Picture(
                    partnership.name(), partnership.theme(), partnership.members(), null, List.of(partnership.route()));
        }
        return new Picture(
                partnership.name(),
                partnership.theme(),
                partnership.members(),
                drawing(partnership.alone(), partnership.name(), locale),
                List.of());
    }

    Picture ofProgramme(String code, Locale locale) {
        var programme = programmes
                .find(code, View.ofThePublic(locale))
                .orElseThrow(() -> new NotFound("There is no programme " + code));
        var read = lines.ofProgrammeWithCommon(programme.id(), View.ofThePublic(locale));
        var name = programme.shortName();
        if (FirstDay.is(read.partnerships(), read.common()) || areUndated(read.partnerships())) {
            var ahead = read.partnerships().isEmpty()
                    ? firstDay.ahead(programme, List.of(), read.common(), LocalDate.now(clock), locale)
                    : Optional.<Line>empty();
            return new Picture(
                    programme.name(),
                    null,
                    List.of(),
                    ahead.map(line -> drawing(line, name, locale)).orElse(null),
                    read.partnerships().stream().map(PartnershipLine::route).toList());
        }
        var rows = timetable.of(read.partnerships(), read.common(), locale);
        var span = Span.over(rows, programme.from().from(), LocalDate.now(clock), locale);
        return new Picture(programme.name(), null, List.of(), drawings.timetable(rows, span, name), List.of());
    }

    private static boolean areUndated(List<PartnershipLine> partnerships) {
        return !partnerships.isEmpty()
                && partnerships.stream().flatMap(PartnershipLine::steps).allMatch(step -> step.shortly() == null);
    }

    private LineDrawing drawing(Line line, String name, Locale locale) {
        return drawings.of(line, Span.over(List.of(line), LocalDate.now(clock), locale), name);
    }
}
