package org.interurban.platform.participants;

import org.interurban.platform.shared.Coded;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/** One line of a profile. */
public sealed interface ProfileLine {

    /** The word by which forms, files and the table tell the cases apart. */
    enum Kind implements Coded {
        OFFER,
        SEEK,
        INTEREST
    }

    int STATEMENT_LENGTH = 500;
    int LOWEST = 1;
    int HIGHEST = 3;

    @Nullable
    TopicId topic();

    String statement();

    /** What shows it. */
    @Nullable
    String evidence();

    /** @param level 1 to 3; null where nobody said */
    record Offer(
            @Nullable TopicId topic,
            String statement,
            @Nullable Integer level,
            @Nullable String evidence) implements ProfileLine {

        public Offer {
            require(statement, level);
        }
    }

    /** @param priority 1 to 3; null where nobody said */
    record Seek(
            @Nullable TopicId topic,
            String statement,
            @Nullable Integer priority,
            @Nullable String evidence) implements ProfileLine {

        public Seek {
            require(statement, priority);
        }
    }

    /** Stated, not yet turned into an offer or a need. */
    record Interest(
            @Nullable TopicId topic,
            String statement,
            @Nullable String evidence) implements ProfileLine {

        public Interest {
            require(statement, null);
        }
    }

    /** @param grade level of an offer or priority of a need; an interest has none */
    static ProfileLine of(
            Kind kind, @Nullable TopicId topic, String statement, @Nullable Integer grade, @Nullable String evidence) {
        return switch (kind) {
            case OFFER -> new Offer(topic, statement, grade, evidence);
            case SEEK -> new Seek(topic, statement, grade, evidence);
            case INTEREST -> new Interest(topic, statement, evidence);
        };
    }

    default Kind kind() {
        return switch (this) {
            case Offer _ -> Kind.OFFER;
            case Seek _ -> Kind.SEEK;
            case Interest _ -> Kind.INTEREST;
        };
    }

    default @Nullable Integer grade() {
        return switch (this) {
            case Offer offer -> offer.level();
            case Seek seek -> seek.priority();
            case Interest _ -> null;
        };
    }

    private static void require(String statement, @Nullable Integer grade) {
        if (statement.isBlank() || statement.length() > STATEMENT_LENGTH) {
            throw new IllegalArgumentException("A statement has 1 to %d characters".formatted(STATEMENT_LENGTH));
        }
        if (grade != null && (grade < LOWEST || grade > HIGHEST)) {
            throw new IllegalArgumentException("A grade goes from %d to %d".formatted(LOWEST, HIGHEST));
        }
    }
}
