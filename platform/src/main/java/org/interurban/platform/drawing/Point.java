package org.interurban.platform.drawing;

/** A place on the drawing. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** A tenth of a pixel is as fine as a drawing needs. */
    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
