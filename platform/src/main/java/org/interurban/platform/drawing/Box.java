package org.interurban.platform.drawing;

/** A rectangle on the drawing. */
record Box(double left, double top, double right, double bottom) {

    boolean hits(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** The smallest around both. */
    Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Box wider(double by) {
        return new Box(left - by, top - by, right + by, bottom + by);
    }

    /** From its nearest edge; 0 inside. */
    double distance(Point point) {
        return point.distance(new Point(Math.clamp(point.x(), left, right), Math.clamp(point.y(), top, bottom)));
    }
}
