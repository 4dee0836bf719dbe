package org.interurban.platform.drawing;

/**
 * How a diagram is laid out; its texts keep their size, so that a narrow one holds fewer words and is no smaller to read.
 *
 * @param width in pixels
 * @param names room for the names of lines on the left; 0 where none are shown
 * @param head height of the axis
 * @param air above, between and below what a row holds
 * @param row least height of a named row, as {@code empty} of one without stations
 */
record Format(double width, double names, double head, double air, double row, double empty) {

    /** What a page shows, widest first: on a large screen; on a small one or a sheet lying; on a tablet or a sheet standing. */
    static final Format[] ON_PAGES = {
        new Format(1200, 240, 56, 10, 112, 72),
        new Format(960, 216, 56, 4, 92, 56),
        new Format(720, 190, 56, 10, 92, 56)
    };

    /** Over the width of a sheet of A4, under a low axis. */
    static final Format SHEET = new Format(960, 0, 32, 4, 0, 0);

    static final Format SHEET_OF_MANY = new Format(1020, 190, 32, 2, 64, 40);

    /** Without words, for a row of a table. */
    static final Format STRIP = new Format(440, 0, 32, 10, 0, 0);

    Format withoutNames() {
        return new Format(width, 0, head, air, row, empty);
    }
}
