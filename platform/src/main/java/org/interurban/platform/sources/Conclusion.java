package org.interurban.platform.sources;

import org.interurban.platform.shared.Coded;

/**
 * A part of a record that nobody read in a document: somebody concluded it from others.
 *
 * @param note how, for those who work on the record
 */
public record Conclusion(About about, String note) {

    /** What of a record can be concluded. */
    public enum About implements Coded {
        DATE,
        PLACE,
        PARTIES,
        MODE,
        RELATION,
        FIGURE
    }

    static final int NOTE_LENGTH = 500;

    public Conclusion {
        if (note.isBlank() || note.length() > NOTE_LENGTH) {
            throw new IllegalArgumentException("A conclusion says in some words how it was drawn");
        }
    }
}
