package org.interurban.platform.engagement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        CLOSED;

        /** Whether nothing more is expected of it. */
        boolean isOver() {
            return this == HELD || this == CLOSED;
        }
    }

    /** What cannot be, with the field of a form at which people are told so. */
    enum Refusal implements Coded {
        OTHER_KIND("kind"),
        STATE("state"),
        WHO_ASKS("initiator"),
        NOBODY("addressee"),
        ITSELF("addressee"),
        NOT_YET("date");

        private final String field;

        Refusal(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }

        /** Key of what people are told. */
        String message() {
            return "engagement.error." + code();
        }
    }

    Engagement {
        var refused = refusals(kind, state, initiator, addressee);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("Refused: " + refused);
        }
        requireWords(title, TITLE_LENGTH);
        if (account != null) {
            requireWords(account, ACCOUNT_LENGTH);
        }
        topics = List.copyOf(topics);
    }

    /** What speaks against a visit or request of this kind between these two, whenever it is; empty where nothing does. */
    static List<Refusal> refusals(
            Kind kind, State state, @Nullable OrganisationId initiator, @Nullable OrganisationId addressee) {
        var refused = new ArrayList<Refusal>();
        if (!kind.states().contains(state)) {
            refused.add(Refusal.STATE);
        }
        if (initiator == null && kind == Kind.SUPPORT_REQUEST) {
            refused.add(Refusal.WHO_ASKS);
        } else if (initiator == null && addressee == null) {
            refused.add(Refusal.NOBODY);
        } else if (Objects.equals(initiator, addressee)) {
            refused.add(Refusal.ITSELF);
        }
        return refused;
    }

    /** What speaks against such a date today: a visit that was held does not lie ahead. */
    static Optional<Refusal> refusal(State state, PartialPeriod when, LocalDate today) {
        return state == State.HELD && when.from() != null && when.from().isAfter(today)
                ? Optional.of(Refusal.NOT_YET)
                : Optional.empty();
    }

    /** What speaks against putting this in its place: a visit stays a visit, so that its offers are not lost from sight. */
    Optional<Refusal> refusal(Kind becomes) {
        return becomes == kind ? Optional.empty() : Optional.of(Refusal.OTHER_KIND);
    }

    /** Whether it asks for support, also for more than was offered already. */
    boolean takesOffers() {
        return kind == Kind.SUPPORT_REQUEST && !state.isOver();
    }

    /** Whether that body is asked and can still offer something. */
    boolean mayBeOffered(OrganisationId by) {
        return takesOffers() && !by.equals(initiator) && (addressee == null || addressee.equals(by));
    }

    static void requireWords(LocalizedText text, int length) {
        if (text.original().isBlank() || text.original().length() > length) {
            throw new IllegalArgumentException("It is said in 1 to %d characters".formatted(length));
        }
    }
}
