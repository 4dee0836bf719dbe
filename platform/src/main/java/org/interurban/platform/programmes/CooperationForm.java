package org.interurban.platform.programmes;

import org.interurban.platform.shared.Coded;

/** How cities of a programme come together. */
public enum CooperationForm implements Coded {
    PAIR,
    CLUSTER,
    OPEN_PAIRING
}
