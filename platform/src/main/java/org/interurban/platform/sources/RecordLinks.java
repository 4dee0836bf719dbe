package org.interurban.platform.sources;

import org.jspecify.annotations.Nullable;

/** Where a record can be seen, for the kinds that have a page of their own. */
final class RecordLinks {

    private RecordLinks() {}

    static @Nullable String of(String kind, String code) {
        return switch (kind) {
            case "organisation" -> "/organisations/" + code;
            case "member" -> "/members/" + code;
            case "programme" -> "/programmes/" + code;
            case "partnership" -> "/partnerships/" + code;
            case "activity" -> "/activities/" + code;
            case "agreement" -> "/agreements/" + code;
            case "taxonomy" -> "/topics?taxonomy=" + code;
            case "topic" -> "/topics/" + code.replaceFirst(":", "/");
            case "cluster" -> "/clusters";
            case "office-bearer", "chapter", "figure", "milestone", "network" -> "/network";
            case "rule" -> "/join";
            default -> null;
        };
    }
}
