package org.interurban.platform.house;

import java.nio.file.Path;

/** What the tests of the house keep beside them, and how it is written anew. */
public final class House {

    /** A run with this property writes the numbers, lists and diagrams as they are now. */
    public static final String WRITE = "interurban.write-house";

    private House() {}

    public static boolean writes() {
        return Boolean.getBoolean(WRITE);
    }

    public static Path kept(String name) {
        return Path.of("src/test/resources/house", name);
    }
}
