package org.interurban.platform.engagement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A visit of courtesy, or a request for support.
 *
 * @param initiator who visits or asks; null for the secretariat, which asks for nothing
 * @param addressee who is visited or asked; null for the secretariat where it is a visit, for every member where support is asked
 * @param open whether everyone may see it once it came to pass
 */
record Engagement(
        Id id,
        String code,
        Kind kind,
        State state,
        LocalizedText title,
        @Nullable LocalizedText account,
        @Nullable OrganisationId initiator,
        @Nullable OrganisationId addressee,
        PartialPeriod when,
        List<TopicId> topics,
        boolean open,
        int version) {

    static final int TITLE_LENGTH = 200;
    static final int ACCOUNT_LENGTH = 4_000;

    record Id(UUID value) implements Identifier {

        static Id next() {
            return new Id(Identifier.next());
        }
    }

    enum Kind implements Coded {
        COURTESY_VISIT(State.PLANNED, State.HELD, State.CALLED_OFF),
        SUPPORT_REQUEST(State.OPEN, State.ANSWERED, State.CLOSED);

        private final Set<State> states;

        Kind(State first, State... more) {
            this.states = EnumSet.of(first, more);
        }

        /** In which it can be, from the first to the last. */
        Set<State> states() {
            return states;
        }
    }

    enum State implements Coded {
        PLANNED,
        HELD,
        CALLED_OFF,
        OPEN,
        ANSWERED,
        CLOSED
    }

    Engagement {
        require(kind.states().contains(state), "A %s is never %s".formatted(kind.code(), state.code()));
        require(
                !title.original().isBlank() && title.original().length() <= TITLE_LENGTH,
                "A title has 1 to %d characters".formatted(TITLE_LENGTH));
        require(
                account == null
                        || !account.original().isBlank() && account.original().length() <= ACCOUNT_LENGTH,
                "An account has 1 to %d characters".formatted(ACCOUNT_LENGTH));
        require(initiator != null || addressee != null, "The secretariat neither visits nor asks itself");
        require(initiator != null || kind != Kind.SUPPORT_REQUEST, "A request for support says who asks");
        require(!Objects.equals(initiator, addressee), "Nobody visits or asks itself");
        topics = List.copyOf(topics);
    }

    /**
     * An offer made in answer to a request, or what is to be done next.
     *
     * @param organisation who offers, or whose turn it is; null for the secretariat, which makes no offers
     * @param due of what is to be done; null where it can wait
     */
    record Step(
            Id id,
            Kind kind,
            @Nullable OrganisationId organisation,
            String statement,
            @Nullable LocalDate due) {

        static final int STATEMENT_LENGTH = 500;

        record Id(UUID value) implements Identifier {

            static Id next() {
                return new Id(Identifier.next());
            }
        }

        enum Kind implements Coded {
            OFFER,
            FOLLOW_UP
        }

        Step {
            require(
                    !statement.isBlank() && statement.length() <= STATEMENT_LENGTH,
                    "A step is said in 1 to %d characters".formatted(STATEMENT_LENGTH));
            require(kind == Kind.FOLLOW_UP || organisation != null, "An offer says who offers");
            require(kind == Kind.FOLLOW_UP || due == null, "An offer is not due");
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
