package org.interurban.platform.sources;

import java.util.Set;

/**
 * Kinds of records that documents tell of, so that documents and questions name only what the reader sees; a bean of the module that
 * keeps them. What is of no kind known here is named to nobody.
 *
 * @param kinds as references and questions call them; the code of a part begins with that of its whole: {@code PROGRAMME/city}
 * @param select gives {@code code, everyone, permission, scopes} of the records or of the wholes; empty where all are for everyone
 * @param names gives {@code code, name} of the records or of the wholes in {@code :language}; empty where they have none
 */
public record RecordKinds(Set<String> kinds, String select, String names) {

    public RecordKinds {
        kinds = Set.copyOf(kinds);
    }

    public RecordKinds(Set<String> kinds, String select) {
        this(kinds, select, "");
    }

    public static RecordKinds forEveryone(String... kinds) {
        return new RecordKinds(Set.of(kinds), "");
    }

    public RecordKinds named(String names) {
        return new RecordKinds(kinds, select, names);
    }
}
