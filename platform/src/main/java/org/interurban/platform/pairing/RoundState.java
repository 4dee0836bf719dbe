package org.interurban.platform.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.interurban.platform.authority.AccountId;
import org.jspecify.annotations.Nullable;

/** How far a round has come, with what only a round that has come so far knows. Cities see nothing of a draft. */
sealed interface RoundState {

    record Draft() implements RoundState {

        @Override
        public RoundStage stage() {
            return RoundStage.DRAFT;
        }
    }

    /** From here on it stands on the run that the cities were shown. */
    sealed interface Shown extends RoundState {
        RunId run();
    }

    /**
     * @param until the day up to which the cities are asked to answer; null where none was said
     * @param askedBy who asked them and hears of their answers; null where nobody was noted
     */
    record Proposed(
            RunId run, @Nullable LocalDate until, @Nullable AccountId askedBy) implements Shown {

        @Override
        public RoundStage stage() {
            return RoundStage.PROPOSED;
        }
    }

    record Consulted(RunId run) implements Shown {

        @Override
        public RoundStage stage() {
            return RoundStage.CONSULTED;
        }
    }

    record Confirmed(RunId run) implements Shown {

        @Override
        public RoundStage stage() {
            return RoundStage.CONFIRMED;
        }
    }

    /**
     * @param by null where nobody was noted
     * @param publisher the name of that account, null where it was erased
     */
    record Published(
            RunId run,
            Instant at,
            @Nullable AccountId by,
            @Nullable String publisher) implements Shown {

        @Override
        public RoundStage stage() {
            return RoundStage.PUBLISHED;
        }
    }

    RoundStage stage();

    default String code() {
        return stage().code();
    }

    /** As the columns of a round say it; their check holds what a stage may not lack. */
    static RoundState of(
            RoundStage stage,
            @Nullable RunId run,
            @Nullable LocalDate until,
            @Nullable AccountId askedBy,
            @Nullable Instant at,
            @Nullable AccountId by,
            @Nullable String publisher) {
        return switch (stage) {
            case DRAFT -> new Draft();
            case PROPOSED -> new Proposed(Objects.requireNonNull(run), until, askedBy);
            case CONSULTED -> new Consulted(Objects.requireNonNull(run));
            case CONFIRMED -> new Confirmed(Objects.requireNonNull(run));
            case PUBLISHED -> new Published(Objects.requireNonNull(run), Objects.requireNonNull(at), by, publisher);
        };
    }
}
