package org.interurban.platform.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place on earth, in degrees. */
public record Position(double longitude, double latitude) {

    private static final double EARTH_RADIUS_KM = 6371;

    public Position {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("No place on earth: %s, %s".formatted(longitude, latitude));
        }
    }

    /** The place, where it is known and is one. */
    public static Optional<Position> known(@Nullable Double longitude, @Nullable Double latitude) {
        return longitude != null && latitude != null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? Optional.of(new Position(longitude, latitude))
                : Optional.empty();
    }

    private double[] vector() {
        var lambda = Math.toRadians(longitude);
        var phi = Math.toRadians(latitude);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    private static Position of(double x, double y, double z) {
        return new Position(Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
    }

    double angle(Position other) {
        var a = vector();
        var b = other.vector();
        var cross =
                Math.hypot(Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2]), a[0] * b[1] - a[1] * b[0]);
        return Math.atan2(cross, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
    }

    double kilometres(Position other) {
        return angle(other) * EARTH_RADIUS_KM;
    }

    /** The shortest way to the other, in so many steps. */
    List<Position> greatCircle(Position other, int steps) {
        var a = vector();
        var b = other.vector();
        var angle = angle(other);
        if (angle < 1e-9) {
            return List.of(this, other);
        }
        if (Math.PI - angle
                < 1e-6) { // any way is as short to the other end of the globe: the one over the equator's next quarter
            var between = new Position(longitude > 90 ? longitude - 270 : longitude + 90, 0);
            return Stream.concat(
                            greatCircle(between, steps / 2).stream(),
                            between.greatCircle(other, steps / 2).stream().skip(1))
                    .toList();
        }
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> {
                    var t = (double) i / steps;
                    var p = Math.sin((1 - t) * angle) / Math.sin(angle);
                    var q = Math.sin(t * angle) / Math.sin(angle);
                    return of(p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]);
                })
                .toList();
    }

    /** The other end of the globe's axis through it. */
    Position opposite() {
        return new Position(longitude > 0 ? longitude - 180 : longitude + 180, -latitude);
    }
}
