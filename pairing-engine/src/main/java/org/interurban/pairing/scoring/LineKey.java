package org.interurban.pairing.scoring;

/**
 * Names a line of a profile: the offer, or the need, at a place of its list.
 *
 * @param place counted from 0
 */
public record LineKey(Kind kind, int place) {

    /** Which list of a profile the line stands in. */
    public enum Kind {
        OFFER,
        SEEK
    }

    public LineKey {
        if (place < 0) {
            throw new IllegalArgumentException("A place is counted from 0, not " + place);
        }
    }
}
