package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.drawing.Position;
import org.interurban.platform.drawing.RouteMap;

/** The proposed pairs on a map. */
final class ProposedRoutes {

    private ProposedRoutes() {}

    /** The proposed pairs whose places are known, as routes; each has the line of its place in the list. */
    static List<RouteMap.Route> of(Bench bench, Choice choice, Locale locale, String address) {
        var routes = new ArrayList<RouteMap.Route>();
        for (var pair : bench.pairs()) {
            var stops = new ArrayList<RouteMap.City>();
            for (var city : pair) {
                var known = bench.city(city);
                var shown = Named.of(known, locale);
                Position.known(known.longitude(), known.latitude())
                        .ifPresent(place -> stops.add(new RouteMap.City(
                                shown.id(), shown.name(), shown.local(), shown.localLanguage(), null, place)));
            }
            if (stops.size() == 2) {
                routes.add(new RouteMap.Route(
                        null,
                        stops.getFirst().name() + " – " + stops.getLast().name(),
                        SolveRound.shown(bench.scoring().score(pair[0], pair[1])),
                        address
                                + choice.withView(null)
                                        .withPair(
                                                bench.city(pair[0]).id(),
                                                bench.city(pair[1]).id())
                                        .query(),
                        stops));
            }
        }
        return routes;
    }
}
