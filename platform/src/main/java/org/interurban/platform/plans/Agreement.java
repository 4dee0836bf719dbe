package org.interurban.platform.plans;

/** A paper that partners sign or declare. */
record Agreement() {

    static final int TITLE_LENGTH = 300;
}
