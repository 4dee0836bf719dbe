package org.interurban.platform.programmes;

import java.util.Optional;

/** Counts what stands in a group of a programme; a bean of each module that has such things, for whoever removes the group. */
public interface RestsOnGroup {

    /** @param words key of the words that say how many */
    record Things(String words, int many, String link) {}

    /** @param group its code; empty where nothing stands in it */
    Optional<Things> of(Programme programme, String group);
}
