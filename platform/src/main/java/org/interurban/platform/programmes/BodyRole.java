package org.interurban.platform.programmes;

import org.interurban.platform.shared.Coded;

/** What a body does for a programme. */
enum BodyRole implements Coded {
    FUNDER,
    INITIATOR,
    MANAGING,
    IMPLEMENTING,
    SUPPORTING
}
