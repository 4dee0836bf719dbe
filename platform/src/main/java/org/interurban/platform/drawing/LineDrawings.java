package org.interurban.platform.drawing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Lines, laid out and written once: the same lines over the same span look the same to whoever asks again. */
@Component
public class LineDrawings {

    private static final int KEPT = 100;
    /** A timetable of more lines takes too much room to be kept. */
    private static final int MOST_LINES = 20;

    private record Wanted(List<Line> lines, Span span, boolean timetable, String name) {}

    private final ITemplateEngine templates;
    private final ConcurrentLruCache<Wanted, LineDrawing> drawings = new ConcurrentLruCache<>(KEPT, this::draw);

    LineDrawings(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * One line over the whole width.
     *
     * @param name says what is drawn to those who cannot see it
     */
    public LineDrawing of(Line line, Span span, String name) {
        return kept(new Wanted(List.of(line), span, false, name));
    }

    /** Many lines, each named on the left. */
    public LineDrawing timetable(List<Line> lines, Span span, String name) {
        var wanted = new Wanted(List.copyOf(lines), span, true, name);
        return lines.size() > MOST_LINES ? draw(wanted) : kept(wanted);
    }

    /** What could not be drawn is tried again the next time. */
    private LineDrawing kept(Wanted wanted) {
        var drawing = drawings.get(wanted);
        if (!drawing.diagram().isDrawn()) {
            drawings.remove(wanted);
        }
        return drawing;
    }

    private LineDrawing draw(Wanted wanted) {
        var diagram = wanted.timetable()
                ? LineDiagram.timetable(wanted.lines(), wanted.span())
                : LineDiagram.of(wanted.lines().getFirst(), wanted.span());
        var values = new Context(wanted.span().locale(), Map.of("d", diagram, "name", wanted.name()));
        return new LineDrawing(diagram, write("diagram", values), write("table", values));
    }

    private String write(String fragment, Context values) {
        return templates.process("components/line", Set.of(fragment), values);
    }
}
