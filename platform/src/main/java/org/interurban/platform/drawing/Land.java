package org.interurban.platform.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The outlines of land, without any border, as one path cut to a picture. */
final class Land {

    /** How much a coast may be smoothed, in pixels. */
    private static final double TOLERANCE = 1.2;

    /** The same on a picture that is not as wide as a page, beside which a wider one is sent. */
    private static final double COARSE = 1.7;

    private static final double WIDE = 1200;
    private static final double MARGIN = 24;
    private static final int KEPT = 32;
    private static final Map<View, String> PATHS = new ConcurrentHashMap<>();

    /** @param frame what is seen of it */
    record View(AzimuthalEqualArea projection, Box frame) {}

    private record File(String source, List<double[]> rings) {}

    private static final class Rings {
        static final List<double[]> ALL = read();

        private static List<double[]> read() {
            try (var in = Objects.requireNonNull(Land.class.getResourceAsStream("/reference/land.json"))) {
                return JsonMapper.shared().readValue(in, File.class).rings();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Land() {}

    /** In half pixels. */
    static String path(View view) {
        if (PATHS.size() > KEPT) {
            PATHS.clear();
        }
        return PATHS.computeIfAbsent(view, Land::draw);
    }

    private static String draw(View view) {
        var path = new StringBuilder();
        var frame = view.frame().wider(MARGIN);
        var farSide = view.projection().centre().opposite();
        for (var ring : Rings.ALL) {
            if (contains(ring, farSide)) { // drawn inside out; a frame around it turns the filling round
                append(
                        path,
                        List.of(
                                new Point(frame.left(), frame.top()),
                                new Point(frame.right(), frame.top()),
                                new Point(frame.right(), frame.bottom()),
                                new Point(frame.left(), frame.bottom())));
            }
            var points = new ArrayList<Point>(ring.length / 2);
            for (int i = 0; i + 1 < ring.length; i += 2) {
                points.add(view.projection().project(new Position(ring[i], ring[i + 1])));
            }
            var seen = smooth(
                    clip(points, frame), view.frame().right() - view.frame().left() < WIDE ? COARSE : TOLERANCE);
            if (seen.size() > 3) {
                append(path, seen);
            }
        }
        return path.toString();
    }

    /** Counts how often the ring crosses the meridian south of the position. */
    private static boolean contains(double[] ring, Position position) {
        var inside = false;
        for (int i = 0, j = ring.length - 2; i + 1 < ring.length; j = i, i += 2) {
            var across = ring[i] > position.longitude() != ring[j] > position.longitude();
            if (across) {
                var t = (position.longitude() - ring[j]) / (ring[i] - ring[j]);
                inside ^= ring[j + 1] + t * (ring[i + 1] - ring[j + 1]) < position.latitude();
            }
        }
        return inside;
    }

    private static void append(StringBuilder path, List<Point> points) {
        Point.stroke(path, points);
        path.append('z');
    }

    private static List<Point> smooth(List<Point> points, double tolerance) {
        var kept = new ArrayList<Point>();
        for (var point : points) {
            if (kept.isEmpty() || kept.getLast().distance(point) > tolerance) {
                kept.add(point);
            }
        }
        return kept;
    }

    /** Sutherland and Hodgman: cuts the ring at the four sides of the frame, one after the other. */
    private static List<Point> clip(List<Point> ring, Box frame) {
        var cut = ring;
        for (int side = 0; side < 4 && !cut.isEmpty(); side++) {
            var kept = new ArrayList<Point>();
            var before = cut.getLast();
            for (var point : cut) {
                var inside = depth(point, frame, side) >= 0;
                if (inside != depth(before, frame, side) >= 0) {
                    kept.add(crossing(before, point, frame, side));
                }
                if (inside) {
                    kept.add(point);
                }
                before = point;
            }
            cut = kept;
        }
        return cut;
    }

    /** How far inside the side the point lies. */
    private static double depth(Point point, Box frame, int side) {
        return switch (side) {
            case 0 -> point.x() - frame.left();
            case 1 -> frame.right() - point.x();
            case 2 -> point.y() - frame.top();
            default -> frame.bottom() - point.y();
        };
    }

    private static Point crossing(Point a, Point b, Box frame, int side) {
        var from = depth(a, frame, side);
        var t = from / (from - depth(b, frame, side));
        return new Point(a.x() + t * (b.x() - a.x()), a.y() + t * (b.y() - a.y()));
    }
}
