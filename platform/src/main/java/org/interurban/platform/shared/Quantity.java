package org.interurban.platform.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number as it was stated: exact, at least, more than, about, or a range; with its unit where it has one. */
public record Quantity(
        BigDecimal low,
        @Nullable BigDecimal high,
        Qualifier qualifier,
        @Nullable String unit) {

    public enum Qualifier implements Coded {
        EXACT,
        AT_LEAST,
        MORE_THAN,
        ABOUT,
        RANGE
    }

    public Quantity {
        if ((qualifier == Qualifier.RANGE) != (high != null)) {
            throw new IllegalArgumentException("A range has two numbers, every other quantity one");
        }
        if (high != null && low.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "A range goes from the smaller number to the larger, not from %s to %s".formatted(low, high));
        }
    }

    public static Quantity exactly(long number) {
        return new Quantity(BigDecimal.valueOf(number), null, Qualifier.EXACT, null);
    }

    /**
     * A whole number as it was stated, exactly where nobody said how; none where there is none.
     *
     * @param qualifier its code
     */
    public static @Nullable Quantity stated(@Nullable Long number, @Nullable String qualifier) {
        return number == null
                ? null
                : new Quantity(
                        BigDecimal.valueOf(number),
                        null,
                        qualifier == null ? Qualifier.EXACT : Coded.of(Qualifier.class, qualifier),
                        null);
    }

    /** As it is kept in a text, and as {@link NumberReading} reads it: the number in digits with the sign of its qualifier. */
    public String code() {
        return said(low.toPlainString(), high == null ? "" : high.toPlainString());
    }

    /** The number with the sign of its qualifier: 154, 250+, >60, ~57, 30–40; the unit is left to the page. */
    public String text(Locale locale) {
        var format = NumberFormat.getInstance(locale);
        return said(format.format(low), high == null ? "" : format.format(high));
    }

    private String said(String number, String upTo) {
        return switch (qualifier) {
            case EXACT -> number;
            case AT_LEAST -> number + "+";
            case MORE_THAN -> ">" + number;
            case ABOUT -> "~" + number;
            case RANGE -> number + "–" + upTo;
        };
    }
}
