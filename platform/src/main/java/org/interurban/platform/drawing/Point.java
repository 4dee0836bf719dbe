package org.interurban.platform.drawing;

/** A place on the drawing. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
