package org.interurban.platform.participants;

import java.util.List;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a profile.
 *
 * @param kind offer, seek, or interest: stated, not yet turned into either
 * @param grade level of an offer or priority of a need, 1 to 3; an interest has none
 */
public record ProfileLine(
        String kind,
        @Nullable TopicId topic,
        String statement,
        @Nullable Integer grade,
        @Nullable String evidence) {

    public static final int STATEMENT_LENGTH = 500;
    static final List<String> KINDS = List.of("offer", "seek", "interest");

    public ProfileLine {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("A line is an offer, a need or an interest, not " + kind);
        }
        if (statement.isBlank() || statement.length() > STATEMENT_LENGTH) {
            throw new IllegalArgumentException("A statement has 1 to %d characters".formatted(STATEMENT_LENGTH));
        }
        if (grade != null && (grade < 1 || grade > 3)) {
            throw new IllegalArgumentException("A grade goes from 1 to 3");
        }
    }
}
