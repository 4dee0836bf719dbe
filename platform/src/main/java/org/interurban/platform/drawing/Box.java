package org.interurban.platform.drawing;

/** A rectangle on the drawing. */
record Box(double left, double top, double right, double bottom) {

    boolean hits(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    Box wider(double by) {
        return new Box(left - by, top - by, right + by, bottom + by);
    }

    /** How much of the one lies in the other. */
    double overlap(Box other) {
        var width = Math.min(right, other.right) - Math.max(left, other.left);
        var height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return width > 0 && height > 0 ? width * height : 0;
    }
}
