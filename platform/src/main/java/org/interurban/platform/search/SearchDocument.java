package org.interurban.platform.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Scope;

/**
 * A record as it can be found.
 *
 * @param kind what it is, such as {@code city}; pages name it by the message {@code search.kind.<kind>}
 * @param title by language tag, at least one; {@link #UNSAID} where nobody said in which it is written
 * @param text by language tag, likewise
 * @param aliases other names of the record itself, in any script
 * @param related names of records it belongs with: a visit is found by its cities
 * @param permission who finds it while it is not published, where that is held for the network or one of the scopes
 */
public record SearchDocument(
        String kind,
        String code,
        String url,
        Map<String, String> title,
        Map<String, String> text,
        List<String> aliases,
        List<String> related,
        boolean published,
        Permission permission,
        Set<Scope> scopes) {

    static final String UNSAID = "und";

    public SearchDocument {
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A document has a title in one language at least");
        }
        title = Map.copyOf(title);
        text = Map.copyOf(text);
        aliases = List.copyOf(aliases);
        related = List.copyOf(related);
        scopes = Set.copyOf(scopes);
    }
}
