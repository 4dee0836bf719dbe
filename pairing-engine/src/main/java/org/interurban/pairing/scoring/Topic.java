package org.interurban.pairing.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject that cities offer and seek.
 *
 * @param parent the code of the wider topic, or null for a root
 * @param also other names of the same topic, and its codes in other taxonomies
 */
public record Topic(String code, String label, @Nullable String parent, List<String> also) {
    public Topic {
        also = List.copyOf(also);
        if (code.isBlank()) {
            throw new IllegalArgumentException("A topic needs a code");
        }
    }
}
