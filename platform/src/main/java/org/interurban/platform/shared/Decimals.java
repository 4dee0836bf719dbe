package org.interurban.platform.shared;

import java.math.BigDecimal;

/** Numbers as people and files write them: an exponent can say in ten letters what takes gigabytes to write out, so none that long is. */
public final class Decimals {

    private static final int MOST_DIGITS = 400;

    private Decimals() {}

    /** @throws NumberFormatException where it is no number, or one of more digits than {@value #MOST_DIGITS} before or after the point */
    public static BigDecimal parse(String text) {
        if (text.length() > 2 * MOST_DIGITS + 20) {
            throw new NumberFormatException("More digits than " + MOST_DIGITS);
        }
        var number = new BigDecimal(text);
        if (!isShort(number)) {
            throw new NumberFormatException("More digits than " + MOST_DIGITS);
        }
        return number;
    }

    /** In the one form in which values are compared; one that is too long keeps its exponent. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0
                ? "0"
                : isShort(number) ? number.stripTrailingZeros().toPlainString() : number.toString();
    }

    private static boolean isShort(BigDecimal number) {
        return (long) number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
    }
}
