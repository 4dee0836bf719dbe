package org.interurban.platform.portraits;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What documents state of something that is counted from records too, and may be another number; a bean of the module that keeps it. */
public interface StatedNumbers {

    /** @param link where it is seen among the others */
    record Stated(long number, @Nullable String document, String link) {}

    /** By the words of the measure. */
    Map<String, Stated> all();
}
