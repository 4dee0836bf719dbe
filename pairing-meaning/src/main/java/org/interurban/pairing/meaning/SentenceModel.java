package org.interurban.pairing.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.lang.management.ManagementFactory;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.interurban.pairing.scoring.Meaning;
import org.jspecify.annotations.Nullable;

/** The quantized all-MiniLM-L6-v2, loaded when the first text is read and let go when closed. */
public final class SentenceModel implements Meaning {

    /** Above this share of letters in other scripts a text is not English. */
    private static final double OTHER_SCRIPTS = 0.2;

    private static final int THREADS = 2;

    /** The model in memory. */
    private record Loaded(WordPieces pieces, OrtEnvironment environment, OrtSession session) {

        static Loaded now() {
            try (var vocabulary = resource("/bert-vocabulary-en.txt");
                    var model = resource("/all-minilm-l6-v2-q.onnx");
                    var options = new OrtSession.SessionOptions()) {
                var environment = OrtEnvironment.getEnvironment();
                environment.setTelemetry(false);
                // texts are short and read one by one: little memory matters more than the last bit of speed
                options.setIntraOpNumThreads(THREADS);
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                options.addConfigEntry("session.disable_prepacking", "1");
                options.setCPUArenaAllocator(false);
                return new Loaded(
                        new WordPieces(vocabulary),
                        environment,
                        environment.createSession(model.readAllBytes(), options));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (OrtException broken) {
                throw new IllegalStateException("The sentence model cannot be loaded", broken);
            }
        }

        private static InputStream resource(String name) {
            var found = SentenceModel.class.getResourceAsStream(name);
            if (found == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return found;
        }

        /** The mean over the text's pieces, at length 1. */
        float[] direction(String text) {
            var numbers = pieces.of(text);
            var shape = new long[] {1, numbers.length};
            var all = new long[numbers.length];
            Arrays.fill(all, 1);
            try (var input = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                    var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(all), shape);
                    var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
                    var result =
                            session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
                return mean(((float[][][]) result.get(0).getValue())[0]);
            } catch (OrtException broken) {
                throw new IllegalStateException("The sentence model cannot read a text", broken);
            }
        }

        private static float[] mean(float[][] pieces) {
            var sum = new float[pieces[0].length];
            for (var piece : pieces) {
                for (var i = 0; i < sum.length; i++) {
                    sum[i] += piece[i];
                }
            }
            var squares = 0.0;
            for (var value : sum) {
                squares += value * value;
            }
            var length = (float) Math.sqrt(squares);
            for (var i = 0; i < sum.length; i++) {
                sum[i] /= length;
            }
            return sum;
        }
    }

    private @Nullable Loaded loaded;

    @Override
    public String name() {
        return "all-MiniLM-L6-v2, quantized";
    }

    @Override
    public synchronized Optional<float[]> direction(String text) {
        if (!mostlyLatin(text)) {
            return Optional.empty();
        }
        var model = loaded;
        if (model == null) {
            model = Loaded.now();
            loaded = model;
        }
        return Optional.of(model.direction(text));
    }

    @Override
    public synchronized void close() {
        var model = loaded;
        loaded = null;
        if (model != null) {
            try {
                model.session.close();
            } catch (OrtException broken) {
                throw new IllegalStateException("The sentence model cannot be let go", broken);
            }
            returnMemory();
        }
    }

    /** On Linux freed memory would otherwise stay with the process, more with every time the model is loaded. */
    private static void returnMemory() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException notOnThisSystem) {
            // other systems return it by themselves
        }
    }

    private static boolean mostlyLatin(String text) {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
                .count();
        return letters > 0 && letters - latin <= OTHER_SCRIPTS * letters;
    }
}
