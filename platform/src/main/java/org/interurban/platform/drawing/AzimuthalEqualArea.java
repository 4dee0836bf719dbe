package org.interurban.platform.drawing;

/** Lambert's projection: areas keep their proportions, and what lies near the centre keeps its shape. */
record AzimuthalEqualArea(Position centre, double scale, Point middle) {

    /** What lies further round the globe is drawn at this distance: always outside the picture. */
    private static final double HORIZON = Math.toRadians(125);

    Point project(Position position) {
        var phi = Math.toRadians(position.latitude());
        var lambda = Math.toRadians(position.longitude() - centre.longitude());
        var phi0 = Math.toRadians(centre.latitude());
        var cosine = Math.sin(phi0) * Math.sin(phi) + Math.cos(phi0) * Math.cos(phi) * Math.cos(lambda);
        var east = Math.cos(phi) * Math.sin(lambda);
        var north = Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(lambda);
        var sine = Math.hypot(east, north);
        if (sine < 1e-12) {
            return cosine > 0 ? middle : new Point(middle.x() + 2 * Math.sin(HORIZON / 2) * scale, middle.y());
        }
        var angle = Math.min(Math.atan2(sine, cosine), HORIZON);
        var radius = 2 * Math.sin(angle / 2) * scale / sine;
        return new Point(middle.x() + radius * east, middle.y() - radius * north);
    }
}
