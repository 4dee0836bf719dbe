package org.interurban.platform.taxonomy;

import org.jspecify.annotations.Nullable;

/** What names topics; a bean of each module that has such things, for whoever removes topics or makes one of two. */
public interface RestsOnTopics {

    /** @param words key of the words that say how many */
    record Things(String words, long many) {}

    /** A select of {@link Things} for the ids {@code :topics} and, where a whole list goes, its code {@code :list}. */
    String counted();

    /**
     * Lets what names the one topic name the other.
     *
     * @param to null where it names none from now on, but keeps its own words
     */
    void move(TopicId from, @Nullable TopicId to);
}
