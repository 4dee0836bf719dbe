package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.drawing.TextWidth;
import org.jspecify.annotations.Nullable;

/**
 * Two platforms of stations with the routes between them, every position worked out.
 *
 * @param narrow drawn for a phone: names above their stations, no themes
 */
record Platforms(
        int width,
        int height,
        boolean narrow,
        double left,
        double right,
        double top,
        double bottom,
        List<Stop> stops,
        List<Route> possible,
        List<Route> proposed) {

    /** The most cities on a side for which routes can be told apart. */
    static final int MOST = 12;

    /** For more than so many, only the best of the routes not chosen are drawn. */
    private static final int ALL_ROUTES = 4;

    /** The letters of a name are bold, which takes somewhat more room than their size says. */
    private static final double NAME = 24;

    private static final double SMALL_NAME = 18.5;
    private static final double THEME = 14.5;

    /** A city at its platform; {@code label} is its name as far as there is room. */
    record Stop(
            double x,
            double y,
            boolean first,
            String name,
            String label,
            @Nullable String local,
            @Nullable String localLanguage,
            List<String> themes,
            boolean selected) {}

    /**
     * @param cost what choosing it would cost the whole; null where that is not shown
     * @param impossible whether no answer has it under the rules
     * @param lock must, must-not or prefer
     */
    record Route(
            String path,
            String link,
            String name,
            String score,
            double x,
            double y,
            @Nullable String cost,
            boolean impossible,
            boolean faint,
            boolean selected,
            @Nullable String lock,
            @Nullable String lockCost,
            double lockX,
            double lockY) {}

    static Platforms wide(Bench bench, Choice choice, Locale locale, String address) {
        return new Drawing(bench, choice, locale, address, false).draw();
    }

    static Platforms narrow(Bench bench, Choice choice, Locale locale, String address) {
        return new Drawing(bench, choice, locale, address, true).draw();
    }

    private static final class Drawing {

        private final Bench bench;
        private final Choice choice;
        private final Locale locale;
        private final String address;
        private final boolean narrow;
        private final int width;
        private final double left;
        private final double right;
        private final double top;
        private final double height;
        private final int[] firsts;
        private final int[] seconds;
        private final Map<Integer, Double> heights = new HashMap<>();

        Drawing(Bench bench, Choice choice, Locale locale, String address, boolean narrow) {
            this.bench = bench;
            this.choice = choice;
            this.locale = locale;
            this.address = address;
            this.narrow = narrow;
            firsts = bench.scoring().rows();
            seconds = bench.alongDiagonal(firsts, bench.scoring().columns());
            width = narrow ? 340 : 800;
            left = narrow ? 18 : 228;
            right = narrow ? width - 18 : 572;
            top = narrow ? 24 : 48;
            var most = Math.max(firsts.length, seconds.length);
            var row = narrow ? 92 : most <= 3 ? 170 : most <= 5 ? 128 : most <= 8 ? 96 : 76;
            height = most * row;
            place(firsts);
            place(seconds);
        }

        private void place(int[] cities) {
            for (var i = 0; i < cities.length; i++) {
                heights.put(cities[i], top + (i + 0.5) * height / cities.length);
            }
        }

        private double y(int city) {
            return heights.getOrDefault(city, 0.0);
        }

        Platforms draw() {
            var stops = new ArrayList<Stop>();
            var proposed = new ArrayList<Route>();
            var possible = new ArrayList<Route>();
            var drawn = drawnAnyway();
            for (var one : firsts) {
                stops.add(stop(one, true));
                for (var other : seconds) {
                    if (bench.isChosen(one, other)) {
                        proposed.add(route(one, other, false));
                    } else if (drawn.contains(List.of(one, other))) {
                        possible.add(route(one, other, isFaint(one, other)));
                    }
                }
            }
            for (var other : seconds) {
                stops.add(stop(other, false));
            }
            // what is selected lies on top
            possible.sort(java.util.Comparator.comparing(Route::selected).thenComparing(route -> !route.faint()));
            return new Platforms(
                    width,
                    (int) (top + height + 24),
                    narrow,
                    left,
                    right,
                    top,
                    top + height,
                    stops,
                    possible,
                    proposed);
        }

        /** All routes of a small round; of a larger one the two best of each city, and all of the cities selected. */
        private Set<List<Integer>> drawnAnyway() {
            var drawn = new HashSet<List<Integer>>();
            for (var one : firsts) {
                for (var other : seconds) {
                    if (bench.scoring().allowed(one, other)
                            && (Math.max(firsts.length, seconds.length) <= ALL_ROUTES
                                    || isSelected(one, other)
                                    || bench.lock(one, other).isPresent())) {
                        drawn.add(List.of(one, other));
                    }
                }
                bench.alternatives(one).stream()
                        .filter(other -> !bench.isChosen(one, other))
                        .limit(2)
                        .forEach(other -> drawn.add(List.of(one, other)));
            }
            bench.run().locks().stream()
                    .flatMap(lock -> bench.scoring().positions(lock.a(), lock.b()).stream())
                    .forEach(pair -> drawn.add(List.of(pair[0], pair[1])));
            return drawn;
        }

        private boolean isSelected(int one, int other) {
            return bench.city(one).id().equals(choice.a())
                    && bench.city(other).id().equals(choice.b());
        }

        /** Neighbours on a small drawing have room for a cost; of a larger one, those of the selected pair's cities. */
        private boolean isFaint(int one, int other) {
            return !isSelected(one, other)
                    && (Math.max(firsts.length, seconds.length) > ALL_ROUTES
                            ? !bench.city(one).id().equals(choice.a())
                                    && !bench.city(other).id().equals(choice.b())
                            : Math.abs(y(one) - y(other)) > 1.5 * height / Math.max(firsts.length, seconds.length));
        }

        private Stop stop(int city, boolean first) {
            var shown = bench.city(city);
            return new Stop(
                    first ? left : right,
                    y(city),
                    first,
                    shown.name(locale),
                    TextWidth.SIGN.cut(shown.name(locale), narrow ? SMALL_NAME : NAME, room()),
                    isRoomFor(shown.name(locale), shown.localName()) ? shown.localName() : null,
                    shown.localLanguage(),
                    height / Math.max(firsts.length, seconds.length) < 90
                            ? List.of()
                            : shown.themes(locale).stream()
                                    .flatMap(theme -> wrapped(theme).stream())
                                    .limit(3)
                                    .map(line -> TextWidth.SANS.cut(line, THEME, room()))
                                    .toList(),
                    shown.id().equals(choice.a()) || shown.id().equals(choice.b()));
        }

        /** Beside a platform; on a phone, above it up to the name of the other. */
        private double room() {
            return narrow ? width / 2.0 - 8 : left - 32;
        }

        /** Beside the name, where it says something else and is short. */
        private static boolean isRoomFor(String name, @Nullable String local) {
            return local != null && !local.equals(name) && name.length() + local.length() <= 16;
        }

        /** In lines of up to 24 characters, which fit beside a platform. */
        private static List<String> wrapped(String text) {
            var lines = new ArrayList<String>();
            var line = new StringBuilder();
            for (var word : text.split(" ")) {
                if (!line.isEmpty() && line.length() + word.length() > 24) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }

        private Route route(int one, int other, boolean faint) {
            var from = y(one);
            var to = y(other);
            var reach = (right - left) * 0.45;
            var straight = Math.abs(from - to) < 1;
            var score = bench.scoring().score(one, other);
            // labels of crossing curves stand apart: near the first platform going down, near the second going up
            var at = straight || bench.isChosen(one, other) ? 0.5 : from < to ? 0.33 : 0.67;
            if (isSelected(one, other) && !bench.isChosen(one, other)) {
                at = from < to ? 0.36 : 0.64;
            }
            var cost = bench.cost(one, other);
            var impossible = cost.isPresent() && cost.getAsLong() == org.interurban.pairing.Regrets.IMPOSSIBLE;
            var lock = bench.lock(one, other);
            return new Route(
                    straight
                            ? "M%.0f %.1fH%.0f".formatted(left, from, right)
                            : "M%.0f %.1fC%.0f %.1f %.0f %.1f %.0f %.1f"
                                    .formatted(left, from, left + reach, from, right - reach, to, right, to),
                    address
                            + choice.withPair(
                                            bench.city(one).id(),
                                            bench.city(other).id())
                                    .query(),
                    bench.city(one).name(locale) + " – " + bench.city(other).name(locale),
                    score < 0 ? "" : SolveRound.shown(score),
                    x(at),
                    y(at, from, to),
                    faint || narrow || cost.isEmpty() || impossible ? null : SolveRound.shown(cost.getAsLong()),
                    impossible,
                    faint,
                    isSelected(one, other),
                    lock.map(known -> known.kind().code()).orElse(null),
                    lock.flatMap(known -> lockCost(one, other)).orElse(null),
                    x(0.12),
                    y(0.12, from, to));
        }

        private java.util.Optional<String> lockCost(int one, int other) {
            return bench.run().result().lockCosts().stream()
                    .filter(cost -> (bench.city(one).id().equals(cost.a())
                                    && bench.city(other).id().equals(cost.b()))
                            || (bench.city(one).id().equals(cost.b())
                                    && bench.city(other).id().equals(cost.a())))
                    .findFirst()
                    .map(cost -> SolveRound.shown(cost.cost()));
        }

        /** A point of the Bézier curve whose control points lie level with its ends. */
        private double x(double at) {
            var reach = (right - left) * 0.45;
            return bezier(at, left, left + reach, right - reach, right);
        }

        private static double y(double at, double from, double to) {
            return bezier(at, from, from, to, to);
        }

        private static double bezier(double t, double one, double two, double three, double four) {
            var rest = 1 - t;
            return rest * rest * rest * one + 3 * rest * rest * t * two + 3 * rest * t * t * three + t * t * t * four;
        }
    }
}
