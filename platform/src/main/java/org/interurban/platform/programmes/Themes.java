package org.interurban.platform.programmes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.interurban.platform.taxonomy.OwnTopics;

/** The themes of a programme as people read them. */
public final class Themes {

    /** Those of one group together behind its name, where its first stands: {@code Water: Rain gardens, Rivers}. */
    public static List<String> grouped(List<String> lines) {
        var groups = new LinkedHashMap<String, List<String>>();
        var read = new ArrayList<String>();
        for (var line : lines) {
            var above = OwnTopics.above(line);
            var group = above.isEmpty() ? line : String.join(", ", above);
            var its = groups.computeIfAbsent(group, none -> new ArrayList<>());
            if (!above.isEmpty()) {
                its.add(OwnTopics.named(line));
            }
        }
        groups.forEach((group, its) -> read.add(its.isEmpty() ? group : group + ": " + String.join(", ", its)));
        return List.copyOf(read);
    }

    private Themes() {}
}
