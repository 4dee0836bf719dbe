package org.interurban.platform.pairing;

import org.interurban.platform.shared.Coded;

/** How far a round has come, in one word. */
enum RoundStage implements Coded {
    DRAFT,
    PROPOSED,
    CONSULTED,
    CONFIRMED,
    PUBLISHED
}
