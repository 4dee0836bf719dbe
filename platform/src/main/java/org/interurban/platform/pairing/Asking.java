package org.interurban.platform.pairing;

import java.util.List;
import org.interurban.platform.shared.Coded;

/** Asks cities what they think of the partners proposed to them, and tells them what became of it; done by the floor that consults. */
public interface Asking {

    /** What became of a round that cities were asked about. */
    enum News implements Coded {
        CLOSED,
        WITHDRAWN,
        PUBLISHED,
        LEFT_OUT
    }

    /** @param why no-contact, no-address, not-invited or closed */
    record Unreached(Proposal.City city, String why) {}

    /** How many were written to. */
    int ask(Proposal proposal, List<Proposal.Pair> pairs);

    /** How many were written to, each of its partners among the pairs. */
    int tell(Proposal proposal, List<Proposal.Pair> pairs, News news);

    /** The cities of the proposal that no letter reaches. */
    List<Unreached> unreached(Proposal proposal);
}
