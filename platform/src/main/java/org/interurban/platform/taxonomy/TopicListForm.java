package org.interurban.platform.taxonomy;

import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a list of topics.
 *
 * @param topics a topic a line, for a new list
 */
record TopicListForm(
        @Worded(max = TopicList.NAME_LENGTH, needed = true) Words name,

        @Nullable Boolean usual,

        @Size(max = TopicList.NOTE_LENGTH, message = "{taxonomy.error.too-long}") @Nullable
        String note,

        @Nullable String topics,
        @Nullable Integer version) {

    TopicListForm {
        name = Objects.requireNonNullElse(name, Words.NONE);
    }

    static TopicListForm empty(boolean usual) {
        return new TopicListForm(Words.NONE, usual, null, null, 0);
    }

    static TopicListForm of(TopicList list) {
        return new TopicListForm(Words.of(list.name()), list.usual(), list.note(), null, list.version());
    }

    /** @param before null for a new one */
    TopicList list(TaxonomyId id, String code, @Nullable TopicList before) {
        return new TopicList(
                id,
                code,
                Objects.requireNonNull(name.text(before == null ? null : before.name())),
                before == null ? null : before.programme(),
                Boolean.TRUE.equals(usual) && (before == null || before.programme() == null),
                textOrNull(note),
                before == null ? List.of() : before.scopes(),
                version == null ? -1 : version);
    }
}
