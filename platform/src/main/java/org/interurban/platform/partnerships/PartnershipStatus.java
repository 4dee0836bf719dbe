package org.interurban.platform.partnerships;

import org.interurban.platform.shared.Coded;

/** How a partnership stands: on a list only, at work, or over. */
enum PartnershipStatus implements Coded {
    LISTED,
    ACTIVE,
    CLOSED
}
