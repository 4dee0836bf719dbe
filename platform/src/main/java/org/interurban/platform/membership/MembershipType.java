package org.interurban.platform.membership;

import org.interurban.platform.shared.Coded;

/** The three ways to be a member. */
enum MembershipType implements Coded {
    FULL,
    ASSOCIATE,
    CORPORATE
}
