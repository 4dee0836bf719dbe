package org.interurban.platform.pairing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.interurban.pairing.scoring.Meaning;

/**
 * Which way the texts of a round point, as the sentence model said when they were scored; kept with the scores, so that reasons need
 * no model later and another scoring asks only for new texts.
 */
final class Directions implements Meaning {

    private final String name;
    private final Meaning model;
    private final Map<String, float[]> before;
    private final Map<String, float[]> known = new LinkedHashMap<>();

    private Directions(String name, Meaning model, Map<String, float[]> before) {
        this.name = name;
        this.model = model;
        this.before = before;
    }

    /** Asks the model for texts that were not read before. */
    static Directions asking(Meaning model, Directions before) {
        return new Directions(model.name(), model, before.name.equals(model.name()) ? before.known : Map.of());
    }

    static Directions none() {
        return new Directions(Meaning.NONE.name(), Meaning.NONE, Map.of());
    }

    @Override
    public String name() {
        return name;
    }

    boolean isEmpty() {
        return name.equals(Meaning.NONE.name());
    }

    /** Half the digits say enough, and are what is kept; a text that cannot be read is kept as that. */
    @Override
    public synchronized Optional<float[]> direction(String text) {
        var direction = known.computeIfAbsent(text, this::read);
        return direction.length == 0 ? Optional.empty() : Optional.of(direction);
    }

    private float[] read(String text) {
        var read = before.get(text);
        return read == null ? halved(model.direction(text).orElse(new float[0])) : read;
    }

    private static float[] halved(float[] full) {
        var half = new float[full.length];
        for (var i = 0; i < full.length; i++) {
            half[i] = Float.float16ToFloat(Float.floatToFloat16(full[i]));
        }
        return half;
    }

    @Override
    public void close() {
        model.close();
    }

    synchronized byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(name);
            out.writeInt(known.size());
            for (var entry : known.entrySet()) {
                var text = entry.getKey().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
                out.writeShort(entry.getValue().length);
                for (var value : entry.getValue()) {
                    out.writeShort(Float.floatToFloat16(value));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Directions unpacked(byte[] packed) {
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            var directions = new Directions(in.readUTF(), Meaning.NONE, Map.of());
            for (var left = in.readInt(); left > 0; left--) {
                var text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                var direction = new float[in.readShort()];
                for (var i = 0; i < direction.length; i++) {
                    direction[i] = Float.float16ToFloat(in.readShort());
                }
                directions.known.put(text, direction);
            }
            return directions;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
