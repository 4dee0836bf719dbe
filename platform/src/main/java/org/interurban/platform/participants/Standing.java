package org.interurban.platform.participants;

import org.interurban.platform.shared.Coded;

/** How a body stands in a programme: it takes part, may have done so by what is known, or applies for it. */
enum Standing implements Coded {
    PARTICIPANT,
    POSSIBLE,
    APPLICANT
}
