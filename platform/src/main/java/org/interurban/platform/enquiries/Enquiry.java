package org.interurban.platform.enquiries;

import java.time.OffsetDateTime;
import java.util.List;
import org.interurban.platform.participants.ProfileLine;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.taxonomy.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A city that asks to come in.
 *
 * @param country its code, where it is known
 * @param place of the gazetteer, where the city was found there
 * @param language tag of the language in which they wrote
 * @param lines what it can offer and what it seeks, in their order
 */
record Enquiry(
        EnquiryId id,
        String code,
        String city,
        @Nullable String country,
        @Nullable Long place,
        String writer,
        String post,
        MailAddress email,
        String language,
        @Nullable String message,
        List<Line> lines,
        OffsetDateTime askedAt,
        State state) {

    static final int NAME_LENGTH = 200;
    static final int MESSAGE_LENGTH = 2000;

    /** How far it has come; in a state stands what only it knows. */
    sealed interface State {

        String code();

        /** Written, its address not confirmed. */
        record Unconfirmed() implements State {
            @Override
            public String code() {
                return "unconfirmed";
            }
        }

        record Waiting() implements State {
            @Override
            public String code() {
                return "waiting";
            }
        }

        /**
         * @param organisation the code of the city
         * @param programme the code of the one in which it takes part; null where it is to be a member
         */
        record Accepted(String organisation, @Nullable String programme, OffsetDateTime at) implements State {
            @Override
            public String code() {
                return "accepted";
            }
        }

        record Declined(String reason, OffsetDateTime at) implements State {
            @Override
            public String code() {
                return "declined";
            }
        }
    }

    /** In what an enquiry speaks of a topic. */
    enum Side implements Coded {
        OFFER,
        SEEK
    }

    /** @param label of the topic, in the reader's language */
    record Line(
            Side side, @Nullable TopicId topic, @Nullable String label, String statement) {

        Line {
            if (statement.isBlank() || statement.length() > ProfileLine.STATEMENT_LENGTH) {
                throw new IllegalArgumentException(
                        "A line has 1 to %d characters".formatted(ProfileLine.STATEMENT_LENGTH));
            }
        }

        ProfileLine ofProfile() {
            return switch (side) {
                case OFFER -> new ProfileLine.Offer(topic, statement, null, null);
                case SEEK -> new ProfileLine.Seek(topic, statement, null, null);
            };
        }
    }

    Enquiry {
        for (var words : List.of(city, writer, post)) {
            if (words.isBlank() || words.length() > NAME_LENGTH) {
                throw new IllegalArgumentException("A name has 1 to %d characters".formatted(NAME_LENGTH));
            }
        }
        if (message != null && message.length() > MESSAGE_LENGTH) {
            throw new IllegalArgumentException("A message has at most %d characters".formatted(MESSAGE_LENGTH));
        }
        lines = List.copyOf(lines);
    }

    public List<Line> offers() {
        return of(Side.OFFER);
    }

    public List<Line> seeks() {
        return of(Side.SEEK);
    }

    private List<Line> of(Side side) {
        return lines.stream().filter(line -> line.side() == side).toList();
    }
}
