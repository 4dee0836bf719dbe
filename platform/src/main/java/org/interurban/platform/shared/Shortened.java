package org.interurban.platform.shared;

/** A text that the platform put together from others, as long as where it is to stand has room for. */
public final class Shortened {

    private Shortened() {}

    /** The text, or as many of its characters, the last of them an ellipsis. */
    public static String to(int characters, String text) {
        if (text.length() <= characters) {
            return text;
        }
        var end = characters - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                        .stripTrailing()
                + "…";
    }
}
