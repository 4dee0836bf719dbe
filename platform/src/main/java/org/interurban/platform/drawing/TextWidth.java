package org.interurban.platform.drawing;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How wide a text will be, from the advance widths of the two faces; letters outside ASCII are taken as wide as they can be. */
public enum TextWidth {
    SIGN("""
        245 291 430 696 598 858 700 235 362 362 546 639 241 410 237 512 652 391 612 600 636 614 608 532 623 608 237 237
        639 639 639 512 826 704 679 642 701 616 570 684 714 292 554 692 564 808 715 725 636 725 682 608 596 704 672 845
        653 670 643 387 512 387 639 494 433 547 572 528 572 551 352 572 582 273 273 550 281 866 582 564 574 572 408 484
        388 582 542 737 557 555 530 380 291 380 639\
        """),
    SANS("""
        260 269 408 646 572 831 732 225 300 300 551 572 268 322 268 372 572 572 572 572 572 572 572 572 572 572 268 268
        572 572 572 434 899 639 650 632 730 556 519 728 741 339 273 619 524 907 760 781 605 781 622 549 556 731 600 930
        586 566 572 329 372 329 572 444 281 561 615 480 615 564 344 615 618 258 258 534 258 935 618 605 615 615 413 479
        361 618 508 786 529 510 470 380 551 380 572\
        """);

    private static final int FIRST = 32;
    private static final int LATIN = 700;
    private static final int FULL = 1000;
    /** Pictures among letters are wider than high. */
    private static final int PICTURE = 1300;

    private final int[] advances;

    TextWidth(String advances) {
        this.advances = Arrays.stream(advances.split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    double of(String text, double size) {
        return text.codePoints().map(this::advance).sum() * size / 1000;
    }

    /** The text, or as much of it as fits with an ellipsis; a letter of several marks is not cut in two. */
    public String cut(String text, double size, double room) {
        if (of(text, size) <= room) {
            return text;
        }
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        var left = room - of("…", size);
        var end = 0;
        for (int next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
            left -= of(text.substring(end, next), size);
            if (left < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** The text, with an empty second line where one is enough, else on two as even as its words allow, the second cut. */
    List<String> onTwoLines(String text, double size, double room) {
        var end = of(text, size) <= room ? text.length() : 0;
        if (end == 0) {
            var words = BreakIterator.getLineInstance(Locale.ROOT);
            words.setText(text);
            var half = of(text, size) / 2;
            for (int next = words.next(); next != BreakIterator.DONE && of(text.substring(0, end), size) < half; ) {
                if (of(text.substring(0, next).stripTrailing(), size) > room) {
                    break;
                }
                end = next;
                next = words.next();
            }
        }
        return end == 0
                ? List.of(cut(text, size, room), "")
                : List.of(text.substring(0, end).stripTrailing(), cut(text.substring(end), size, room));
    }

    private int advance(int letter) {
        if (letter >= FIRST && letter < FIRST + advances.length) {
            return advances[letter - FIRST];
        }
        if (letter >= 0x1F000) {
            return PICTURE;
        }
        return letter < 0x1100 || Character.isSpaceChar(letter) || letter == '–' ? LATIN : FULL;
    }
}
