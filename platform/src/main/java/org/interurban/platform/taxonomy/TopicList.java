package org.interurban.platform.taxonomy;

import java.util.List;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A taxonomy: a list of topics, flat or as a tree.
 *
 * @param programme the code of the one it was made for; null where it belongs to the network
 * @param usual whether programmes that choose no list speak in it
 * @param scopes where it lies, as views write them
 */
record TopicList(
        TaxonomyId id,
        String code,
        LocalizedText name,
        @Nullable String programme,
        boolean usual,
        @Nullable String note,
        List<String> scopes,
        int version) {

    static final int NAME_LENGTH = 200;
    static final int NOTE_LENGTH = 2000;

    TopicList {
        require(name, NAME_LENGTH, note);
        if (usual && programme != null) {
            throw new IllegalArgumentException("The list of a programme is not the usual one of the network");
        }
        scopes = List.copyOf(scopes);
    }

    static void require(LocalizedText name, int most, @Nullable String note) {
        if (name.original().isBlank() || name.original().length() > most) {
            throw new IllegalArgumentException("A name has 1 to %d characters".formatted(most));
        }
        if (note != null && note.length() > NOTE_LENGTH) {
            throw new IllegalArgumentException("A note has at most %d characters".formatted(NOTE_LENGTH));
        }
    }
}
