package org.interurban.pairing.scoring;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Says which way a text points, so that texts of like meaning point alike; the place where a sentence model plugs in.
 *
 * <p>Scores from two models, or two versions of one, may differ; the name is therefore kept with a round.
 */
public interface Meaning extends AutoCloseable {

    /** No model: topics and terms alone decide. */
    Meaning NONE = new Meaning() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Optional<float[]> direction(String text) {
            return Optional.empty();
        }
    };

    /** The model and its version. */
    String name();

    /** A vector of length 1, or empty for a text in a language that this model does not read. */
    Optional<float[]> direction(String text);

    /** Lets go of what the model holds in memory; a text read later loads it again. */
    @Override
    default void close() {}

    /** The model found on the class path, or none. */
    static Meaning installed() {
        return ServiceLoader.load(Meaning.class).findFirst().orElse(NONE);
    }
}
