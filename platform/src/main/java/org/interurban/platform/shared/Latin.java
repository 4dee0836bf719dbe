package org.interurban.platform.shared;

import com.ibm.icu.text.Transliterator;

/** Any script in plain Latin letters. */
public final class Latin {

    private static final Transliterator LETTERS = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private Latin() {}

    public static String of(String text) {
        return LETTERS.transliterate(text);
    }
}
