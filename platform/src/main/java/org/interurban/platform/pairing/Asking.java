package org.interurban.platform.pairing;

import java.util.List;

/** Asks cities what they think of the partners proposed to them; done by the floor that consults. */
public interface Asking {

    /** How many were written to. */
    int ask(Proposal proposal, List<Proposal.Pair> pairs);
}
