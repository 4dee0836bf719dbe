package org.interurban.platform.pairing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.HardRules;
import org.interurban.pairing.scoring.Meaning;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * What every pair of a round's cities is worth, in whole numbers.
 *
 * <p>On two sides the rows are the cities of side A and the columns those of side B; in one pool both are all cities, and a pair
 * stands above the diagonal.
 */
final class Scoring {

    static final int NOT_ALLOWED = -1;
    private static final int FIELDS = 4;

    private final ScoringId id;
    private final List<RoundCity> cities;
    private final int[] rows;
    private final int[] columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final int[] values;
    private final Directions directions;
    private @Nullable Scorer scorer;

    private Scoring(ScoringId id, List<RoundCity> cities, int[] values, Directions directions) {
        this.id = id;
        this.cities = List.copyOf(cities);
        this.directions = directions;
        var pool = cities.isEmpty() || cities.getFirst().side() == Side.POOL;
        rows = on(pool ? Side.POOL : Side.A);
        columns = on(pool ? Side.POOL : Side.B);
        for (var city : cities) {
            positions.put(city.id(), positions.size());
        }
        this.values = values.length == 0 ? new int[rows.length * columns.length * FIELDS] : values;
    }

    private int[] on(Side side) {
        var found = new int[cities.size()];
        var count = 0;
        for (var i = 0; i < cities.size(); i++) {
            if (cities.get(i).side() == side) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * @param cities those of side A before those of side B
     * @param before what the sentence model said of the round's texts earlier
     */
    static Scoring of(ScoringId id, List<RoundCity> cities, Rules rules, Directions before) {
        // the model is only held for so long
        try (var directions = Directions.asking(Meaning.installed(), before)) {
            var scoring = new Scoring(id, cities, new int[0], directions);
            scoring.fill(rules);
            return scoring;
        }
    }

    private void fill(Rules rules) {
        var scorer = scorer(rules);
        var hard = HardRules.NONE;
        var profiles = cities.stream().map(city -> city.profile(rules)).toArray(Profile[]::new);
        Arrays.fill(values, NOT_ALLOWED);
        for (var row = 0; row < rows.length; row++) {
            for (var column = 0; column < columns.length; column++) {
                var one = rows[row];
                var other = columns[column];
                if (isPool() && one >= other
                        || hard.forbids(profiles[one], profiles[other]).isPresent()) {
                    continue;
                }
                var marks = scorer.marks(one, other);
                var at = (row * columns.length + column) * FIELDS;
                values[at] = marks.joint();
                values[at + 1] = marks.benefitOfA();
                values[at + 2] = marks.benefitOfB();
                values[at + 3] = marks.confidence();
            }
        }
    }

    /** Explains pairs; makes the same numbers as those kept unless the way of scoring has changed since. */
    synchronized Scorer scorer(Rules rules) {
        var known = scorer;
        if (known == null || !known.weights().equals(rules.scoring())) {
            known = Scorer.of(cities.stream().map(city -> city.profile(rules)).toList())
                    .weights(rules.scoring())
                    .meaning(directions)
                    .build();
            scorer = known;
        }
        return known;
    }

    Directions directions() {
        return directions;
    }

    ScoringId id() {
        return id;
    }

    List<RoundCity> cities() {
        return cities;
    }

    RoundCity city(int position) {
        return cities.get(position);
    }

    int[] rows() {
        return rows.clone();
    }

    int[] columns() {
        return columns.clone();
    }

    boolean isPool() {
        return !cities.isEmpty() && cities.getFirst().side() == Side.POOL;
    }

    boolean has(String city) {
        return positions.containsKey(city);
    }

    int position(String city) {
        var position = positions.get(city);
        if (position == null) {
            throw new IllegalArgumentException(city + " does not take part");
        }
        return position;
    }

    /** Where two cities stand, the lower first, if both take part. */
    Optional<int[]> positions(String city, String partner) {
        return has(city) && has(partner)
                ? Optional.of(
                        IntStream.of(position(city), position(partner)).sorted().toArray())
                : Optional.empty();
    }

    /** Whether the two could stand beside each other at all: on two sides, one of each. */
    boolean facing(int one, int other) {
        return one != other && (isPool() || city(one).side() != city(other).side());
    }

    boolean facing(String one, String other) {
        return has(one) && has(other) && facing(position(one), position(other));
    }

    boolean allowed(int one, int other) {
        return score(one, other) != NOT_ALLOWED;
    }

    int score(int one, int other) {
        return field(one, other, 0);
    }

    int benefitOfFirst(int one, int other) {
        return field(one, other, 1);
    }

    int benefitOfSecond(int one, int other) {
        return field(one, other, 2);
    }

    int confidence(int one, int other) {
        return field(one, other, 3);
    }

    /** Side A stands before side B, so the lower position is always the row. */
    private int field(int one, int other, int field) {
        if (!facing(one, other)) {
            return NOT_ALLOWED;
        }
        var row = Math.min(one, other);
        var column = Math.max(one, other) - (isPool() ? 0 : rows.length);
        return values[(row * columns.length + column) * FIELDS + field];
    }

    byte[] packed() {
        var bytes = new ByteArrayOutputStream(values.length / 2);
        try (var out =
                new DataOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 16))) {
            out.writeInt(values.length);
            // fields of one kind side by side pack better
            for (var field = 0; field < FIELDS; field++) {
                for (var at = field; at < values.length; at += FIELDS) {
                    out.writeInt(values[at]);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Scoring unpacked(ScoringId id, List<RoundCity> cities, byte[] packed, Directions directions) {
        try (var in = new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)), 1 << 16))) {
            var values = new int[in.readInt()];
            for (var field = 0; field < FIELDS; field++) {
                for (var at = field; at < values.length; at += FIELDS) {
                    values[at] = in.readInt();
                }
            }
            return new Scoring(id, cities, values, directions);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
