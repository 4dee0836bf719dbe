package org.interurban.platform.taxonomy;

import java.util.List;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A topic as whoever keeps its list sees it.
 *
 * @param list the code of its taxonomy
 * @param parent the code of the topic above it
 * @param alternatives other words by which it is known
 * @param relevant whether its list marks it as relevant; null where nobody said
 */
record TopicEntry(
        TopicId id,
        String list,
        String code,
        LocalizedText label,
        @Nullable String parent,
        List<String> alternatives,
        @Nullable Boolean relevant,
        @Nullable String note,
        int version) {

    static final int LABEL_LENGTH = 300;

    TopicEntry {
        TopicList.require(label, LABEL_LENGTH, note);
        if (code.equals(parent)) {
            throw new IllegalArgumentException("A topic does not stand below itself");
        }
        alternatives = List.copyOf(alternatives);
    }

    /** By its list and its code in it. */
    String name() {
        return list + ":" + code;
    }
}
