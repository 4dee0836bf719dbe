package org.interurban.platform.shared;

/** How exactly a document knows a date. */
public enum Precision implements Coded {
    DAY,
    MONTH,
    YEAR,
    /** Somewhere between two days. */
    PERIOD,
    NONE
}
