package org.interurban.platform.programmes;

import java.util.Currency;
import org.interurban.platform.shared.LocalizedText;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Quantity;
import org.interurban.platform.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a programme works, each as far as it is said.
 *
 * @param contractNumber under which its funder knows it
 */
record Terms(
        Call call,
        @Nullable String contractNumber,
        @Nullable Budget budget,
        Contact contact,
        Funding funding) {

    static final int CONTRACT_LENGTH = 80;
    static final int POST_LENGTH = 200;
    static final int LINE_LENGTH = 500;
    static final int DISCLAIMER_LENGTH = 1000;
    static final long MOST_MONEY = 1_000_000_000_000L;

    /** When and where cities apply. */
    record Call(
            PartialPeriod opens,
            PartialPeriod closes,
            @Nullable WebAddress at) {

        static final Call NONE = new Call(PartialPeriod.UNKNOWN, PartialPeriod.UNKNOWN, null);

        Call {
            opens = PartialPeriod.around(opens.from(), opens.precision());
            closes = PartialPeriod.around(closes.to(), closes.precision());
        }
    }

    /** What it may spend. */
    record Budget(Quantity amount, Currency currency) {}

    /** Who answers for it: a post, whoever holds it. */
    record Contact(@Nullable String post, @Nullable MailAddress mail) {}

    /** How its pages and papers name whoever pays, and what they leave to whoever writes. */
    record Funding(@Nullable LocalizedText line, @Nullable LocalizedText disclaimer) {}

    /** What a programme that follows begins with: the same people and the same funder, another call and another contract. */
    Terms ofFollower() {
        return new Terms(Call.NONE, null, null, contact, funding);
    }
}
