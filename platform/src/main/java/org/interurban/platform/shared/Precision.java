package org.interurban.platform.shared;

/** How exactly a document knows a date. */
public enum Precision {
    DAY,
    MONTH,
    YEAR,
    /** Somewhere between two days. */
    PERIOD,
    NONE;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Precision of(String code) {
        return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
}
