package org.interurban.platform.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Degrees as people and maps write them: {@code 52.5}, {@code −52,5°}, {@code 52°31′12″N}, {@code S 33.9}. */
public final class Degrees {

    private static final int MOST_LETTERS = 40;

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private static final Pattern WRITTEN =
            Pattern.compile("(?<before>[NSEW])?\\s*(?<sign>[-+])?\\s*(?<degrees>\\d{1,3}(?:[.,]\\d*)?)\\s*[°º]?\\s*"
                    + "(?:(?<minutes>\\d{1,2}(?:[.,]\\d+)?)\\s*['’′]\\s*"
                    + "(?:(?<seconds>\\d{1,2}(?:[.,]\\d+)?)\\s*(?:[\"”″]|['’′]{2}))?)?\\s*(?<behind>[NSEW])?");

    /** How far a place lies from the equator, or from the meridian of Greenwich. */
    public enum Axis {
        LATITUDE(90, "N", "S"),
        LONGITUDE(180, "E", "W");

        private final int most;
        private final String ahead;
        private final String back;

        Axis(int most, String ahead, String back) {
            this.most = most;
            this.ahead = ahead;
            this.back = back;
        }

        public int most() {
            return most;
        }

        /** @throws NumberFormatException where it is no number of degrees on this axis, whether or not they lie in its limits */
        public BigDecimal parse(String text) {
            var written = WRITTEN.matcher(
                    text.strip().toUpperCase(Locale.ROOT).replace('−', '-').replace('–', '-'));
            if (text.length() > MOST_LETTERS || !written.matches()) {
                throw new NumberFormatException("No degrees");
            }
            var before = written.group("before");
            var side = before == null ? written.group("behind") : before;
            var sign = written.group("sign");
            if (side != null && (sign != null || before != null && written.group("behind") != null || !isOn(side))) {
                throw new NumberFormatException("On no side, or on two");
            }
            var degrees = part(written.group("degrees"))
                    .add(sixtieth(written.group("minutes"), 1))
                    .add(sixtieth(written.group("seconds"), 2));
            return back.equals(side) || "-".equals(sign) ? degrees.negate() : degrees;
        }

        private boolean isOn(String side) {
            return side.equals(ahead) || side.equals(back);
        }
    }

    private Degrees() {}

    private static BigDecimal part(String digits) {
        return new BigDecimal(digits.replace(',', '.'));
    }

    /** To a tenth of a metre, of which no reader of a map knows more. */
    private static BigDecimal sixtieth(@Nullable String digits, int times) {
        if (digits == null) {
            return BigDecimal.ZERO;
        }
        var part = part(digits);
        if (part.compareTo(SIXTY) >= 0) {
            throw new NumberFormatException("More than fifty-nine");
        }
        return part.divide(SIXTY.pow(times), 6, RoundingMode.HALF_UP);
    }
}
