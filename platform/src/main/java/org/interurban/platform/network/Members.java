package org.interurban.platform.network;

/** The members of the network. */
final class Members {

    /** The taxonomy of the regions by which members are grouped. */
    static final String REGIONS = "citynet-regions";

    private Members() {}
}
