package org.interurban.platform.shared;

import java.util.regex.Pattern;

/** Texts without the marks that nobody sees: control characters, and those that turn round in what direction the rest is read. */
public final class VisibleText {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\t\\r\\n]]");

    private VisibleText() {}

    public static String of(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /** Whether the character turns round how others are read. */
    public static boolean turns(int letter) {
        return letter >= 0x202A && letter <= 0x202E || letter >= 0x2066 && letter <= 0x2069;
    }
}
