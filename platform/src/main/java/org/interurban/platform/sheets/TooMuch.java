package org.interurban.platform.sheets;

/** Ends the reading of a file that takes more than one file may, or that no reader can make sense of. */
final class TooMuch extends RuntimeException {

    private final SheetFile.Outcome.Refused refused;

    TooMuch(String reason, String detail) {
        super(reason + " " + detail, null, false, false);
        this.refused = new SheetFile.Outcome.Refused(reason, detail);
    }

    TooMuch(String reason, int most) {
        this(reason, "%,d".formatted(most));
    }

    SheetFile.Outcome.Refused refused() {
        return refused;
    }
}
