package org.interurban.platform.activities;

import org.interurban.platform.shared.Coded;

/** How far an activity has come. */
enum ActivityStatus implements Coded {
    PROPOSED,
    PLANNED,
    HELD,
    CANCELLED
}
