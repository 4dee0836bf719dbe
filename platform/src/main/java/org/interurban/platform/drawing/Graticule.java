package org.interurban.platform.drawing;

import java.util.ArrayList;
import java.util.List;

/** The net of meridians and parallels, as one path cut to a picture. */
final class Graticule {

    private static final int MESH = 15;
    private static final double MARGIN = 40;

    private Graticule() {}

    /** In half pixels. */
    static String path(Land.View view) {
        var path = new StringBuilder();
        for (int longitude = -180; longitude < 180; longitude += MESH) {
            var meridian = new ArrayList<Position>();
            for (int latitude = -75; latitude <= 75; latitude += 5) {
                meridian.add(new Position(longitude, latitude));
            }
            draw(path, meridian, view);
        }
        for (int latitude = -75; latitude <= 75; latitude += MESH) {
            var parallel = new ArrayList<Position>();
            for (int longitude = -180; longitude <= 180; longitude += 5) {
                parallel.add(new Position(longitude, latitude));
            }
            draw(path, parallel, view);
        }
        return path.toString();
    }

    private static void draw(StringBuilder path, List<Position> line, Land.View view) {
        var frame = view.frame().wider(MARGIN);
        var seen = new ArrayList<Point>();
        for (var position : line) {
            var point = view.projection().project(position);
            if (frame.distance(point) == 0) {
                seen.add(point);
            } else {
                append(path, seen);
            }
        }
        append(path, seen);
    }

    private static void append(StringBuilder path, List<Point> seen) {
        if (seen.size() > 1) {
            Point.stroke(path, seen);
        }
        seen.clear();
    }
}
