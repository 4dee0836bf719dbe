package org.interurban.platform.activities;

import org.interurban.platform.shared.Coded;

/** Where people meet. */
enum Mode implements Coded {
    IN_PERSON,
    ONLINE,
    HYBRID
}
