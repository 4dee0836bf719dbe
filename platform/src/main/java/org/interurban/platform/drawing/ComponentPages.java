package org.interurban.platform.drawing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interurban.platform.authority.Open;
import org.interurban.platform.drawing.Station.Kind;
import org.interurban.platform.drawing.Station.Side;
import org.interurban.platform.drawing.Station.State;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Slice;
import org.interurban.platform.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every component with its states, for those who build pages and those who look after them. */
@Controller
@Open
class ComponentPages {

    private static final LocalDate TODAY = LocalDate.of(2023, 4, 20);

    /** What a form may hold, one of each kind of field. */
    record Sample(
            @Nullable String title,
            @Nullable String city,
            @Nullable Boolean open,
            @Nullable String mode,
            @Nullable List<String> topics,
            TypedDate date,
            @Nullable String file) {}

    @GetMapping("/components")
    String show(ListQuery query, Locale locale, Model model) {
        model.addAttribute(
                "sample",
                new Sample(
                        "Study visit",
                        "southport",
                        true,
                        "online",
                        List.of("mobility"),
                        new TypedDate("2023-02"),
                        null));
        model.addAttribute(
                "cities", choices("northgate", "Northgate", "southport", "Southport", "eastfield", "Eastfield"));
        model.addAttribute("modes", choices("in-person", "In person", "online", "Online", "hybrid", "Hybrid"));
        model.addAttribute("topics", choices("mobility", "Mobility", "energy", "Energy", "air", "Air quality"));
        model.addAttribute("slice", new Slice<>(List.of(1, 2, 3), 151, query));
        var line = line();
        model.addAttribute("diagram", LineDiagram.of(line, Span.over(List.of(line), TODAY, locale)));
        var stopped = new Line(
                "C", "Eastfield – Westbridge", "Energy", null, line.stations(), LocalDate.of(2022, 12, 1), false);
        model.addAttribute("timetable", LineDiagram.timetable(List.of(line, stopped), Span.around(TODAY, locale)));
        return "components/show";
    }

    private static Map<String, String> choices(String... codesAndWords) {
        var choices = new LinkedHashMap<String, String>();
        for (int i = 0; i < codesAndWords.length; i += 2) {
            choices.put(codesAndWords[i], codesAndWords[i + 1]);
        }
        return choices;
    }

    private static Line line() {
        var held = State.HELD;
        return Line.of(
                "A",
                "Northgate – Southport",
                "Walkable & Cyclable Cities",
                null,
                List.of(
                        station("Kick-off", "2022-02", "", Kind.EVENT, held, Side.ABOVE)
                                .sharedAs("kick-off"),
                        station("Online meetings", "2022", "", Kind.MEETING, held, Side.ABOVE),
                        station("Southport visits Northgate", "2022-08-29", "2022-09-01", Kind.VISIT, held, Side.BELOW),
                        station("Northgate visits Southport", "2023-02", "", Kind.VISIT, held, Side.ABOVE)
                                .disputed(2, true),
                        station("Memorandum of understanding", "2023-03-28", "", Kind.AGREEMENT, held, Side.BELOW),
                        station("Online meeting", "2023-06-13", "", Kind.MEETING, State.PLANNED, Side.ABOVE),
                        station("Exchange on traffic lights", "", "", Kind.EVENT, State.PLANNED, Side.ABOVE)));
    }

    private static Station station(String title, String from, String to, Kind kind, State state, Side side) {
        var when = PartialPeriod.parse(from, to, null);
        return Station.of(title, when.text(Locale.ENGLISH), when, kind, state, side, "#line");
    }
}
