package org.interurban.platform.programmes;

import org.interurban.platform.shared.Coded;

/** The colours of the network's style sheet, each with a sign on it that can be read. */
public enum GroupColour implements Coded {
    BLUE("b"),
    ORANGE("a"),
    GREEN("f"),
    VIOLET("e"),
    GOLD("c"),
    PINK("g"),
    MAROON("d"),
    SLATE("h");

    private final String line;

    GroupColour(String line) {
        this.line = line;
    }

    /** Names it in the style sheet. */
    public String style() {
        return "line-" + line;
    }
}
