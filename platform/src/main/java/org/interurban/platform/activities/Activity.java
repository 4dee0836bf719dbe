package org.interurban.platform.activities;

/** Something that cities do together at a time: a visit, a meeting, an event. */
record Activity() {

    static final int TITLE_LENGTH = 300;
}
