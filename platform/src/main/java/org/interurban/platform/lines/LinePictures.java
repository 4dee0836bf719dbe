package org.interurban.platform.lines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.drawing.LineDrawing;
import org.interurban.platform.drawing.LineDrawings;
import org.interurban.platform.drawing.Span;
import org.interurban.platform.portraits.View;
import org.interurban.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws lines as everyone sees them, to be shown elsewhere. */
@Component
class LinePictures {

    /** @param members the cities of a partnership; none for a programme */
    record Picture(
            String title,
            @Nullable String about,
            List<PartnershipLine.Member> members,
            LineDrawing drawing,
            Span span) {}

    private final PartnershipLines lines;
    private final ProgrammePortraits programmes;
    private final Timetable timetable;
    private final LineDrawings drawings;
    private final Clock clock;

    LinePictures(
            PartnershipLines lines,
            ProgrammePortraits programmes,
            Timetable timetable,
            LineDrawings drawings,
            Clock clock) {
        this.clock = clock.withZone(ZoneOffset.UTC);
        this.lines = lines;
        this.programmes = programmes;
        this.timetable = timetable;
        this.drawings = drawings;
    }

    Picture ofPartnership(String code, Locale locale) {
        var read = lines.publicly(code, locale);
        var partnership = read.partnerships().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no partnership " + code));
        var line = partnership.alone();
        var span = Span.over(List.of(line), LocalDate.now(clock), locale);
        var drawing = drawings.of(line, span, partnership.name());
        return new Picture(partnership.name(), partnership.theme(), partnership.members(), drawing, span);
    }

    Picture ofProgramme(String code, Locale locale) {
        var programme = programmes
                .find(code, View.ofThePublic(locale))
                .orElseThrow(() -> new NotFound("There is no programme " + code));
        var read = lines.ofProgrammeWithCommon(programme.id(), View.ofThePublic(locale));
        var rows = timetable.of(read.partnerships(), read.common(), locale);
        var span = Span.over(rows, programme.from().from(), LocalDate.now(clock), locale);
        var drawing = drawings.timetable(rows, span, programme.shortName());
        return new Picture(programme.name(), null, List.of(), drawing, span);
    }
}
