package org.interurban.platform.network;

import org.interurban.platform.shared.Coded;

/** The three ways to be a member. */
enum MembershipType implements Coded {
    FULL,
    ASSOCIATE,
    CORPORATE
}
