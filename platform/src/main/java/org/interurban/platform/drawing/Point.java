package org.interurban.platform.drawing;

import java.util.List;

/** A place on the drawing. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** A tenth of a pixel is as fine as a drawing needs. */
    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** From each to the next, in half pixels, so that whole numbers are exact enough: drawn at a scale of one half. */
    static void stroke(StringBuilder path, List<Point> points) {
        var x = Math.round(points.getFirst().x * 2);
        var y = Math.round(points.getFirst().y * 2);
        path.append('M').append(x).append(' ').append(y).append('l');
        var first = true;
        for (var point : points.subList(1, points.size())) {
            var nextX = Math.round(point.x * 2);
            var nextY = Math.round(point.y * 2);
            path.append(first || nextX < x ? "" : " ").append(nextX - x);
            path.append(nextY < y ? "" : " ").append(nextY - y);
            x = nextX;
            y = nextY;
            first = false;
        }
    }
}
