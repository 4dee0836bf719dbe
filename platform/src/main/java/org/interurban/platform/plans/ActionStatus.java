package org.interurban.platform.plans;

import org.interurban.platform.shared.Coded;

/** How far an action has come, from a line on a list to done. */
enum ActionStatus implements Coded {
    LISTED,
    DISCUSSED,
    INTENDED,
    PLEDGED,
    PLANNED,
    DECIDED,
    UNDER_WAY,
    CARRIED_OUT
}
