package org.interurban.platform.taxonomy;

import static org.interurban.platform.web.Typed.lines;
import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.web.ByLine;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about a topic.
 *
 * @param list the code or the name of its list
 * @param parent the code or the label of the topic above it
 * @param alternatives one a line
 * @param after the code of the topic behind which it stands
 */
record TopicForm(
        @Nullable String list,

        @Worded(max = TopicEntry.LABEL_LENGTH, needed = true)
        Words label,

        @Size(max = TopicEntry.LABEL_LENGTH, message = "{taxonomy.error.too-long}") @Nullable
        String parent,

        @ByLine(max = TopicEntry.LABEL_LENGTH) @Nullable String alternatives,

        @Chosen(
                value = Relevance.class,
                words = "taxonomy.relevance",
                needed = false,
                message = "{taxonomy.error.relevance}")
        @Nullable
        String relevant,

        @Size(max = TopicList.NOTE_LENGTH, message = "{taxonomy.error.too-long}") @Nullable
        String note,

        @Nullable String after,
        @Nullable Integer version) {

    /** What a list says of a topic, where it says it. */
    enum Relevance implements Coded {
        RELEVANT,
        NOT_RELEVANT;

        static @Nullable String of(@Nullable Boolean relevant) {
            return relevant == null ? null : (relevant ? RELEVANT : NOT_RELEVANT).code();
        }
    }

    TopicForm {
        label = Objects.requireNonNullElse(label, Words.NONE);
    }

    static TopicForm empty(@Nullable String list, @Nullable String parent, String after) {
        return new TopicForm(list, Words.NONE, parent, null, null, null, after, 0);
    }

    static TopicForm of(TopicEntry entry, String after) {
        return new TopicForm(
                entry.list(),
                Words.of(entry.label()),
                entry.parent(),
                String.join("\n", entry.alternatives()),
                Relevance.of(entry.relevant()),
                entry.note(),
                after,
                entry.version());
    }

    String place() {
        return text(after);
    }

    /**
     * @param before null for a new one
     * @param all what stands in its list
     */
    Optional<TopicEntry> read(
            @Nullable TopicEntry before, TopicList of, String code, List<TopicEntry> all, Errors errors) {
        var above = above(all);
        if (above == null && !text(parent).isEmpty()) {
            errors.rejectValue("parent", "taxonomy.error.parent");
        } else if (before != null && above != null && below(before, all).contains(above)) {
            errors.rejectValue("parent", "taxonomy.error.circle");
        }
        var key = PastedTopic.key(text(label.original()));
        if (all.stream()
                .anyMatch(one -> !one.code().equals(code)
                        && PastedTopic.key(one.label().original()).equals(key))) {
            errors.rejectValue("label.original", "taxonomy.error.twice");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        var relevance = Coded.find(Relevance.class, text(relevant)).orElse(null);
        return Optional.of(new TopicEntry(
                before == null ? TopicId.next() : before.id(),
                of.code(),
                code,
                Objects.requireNonNull(label.text(before == null ? null : before.label())),
                above,
                lines(alternatives),
                relevance == null ? null : relevance == Relevance.RELEVANT,
                textOrNull(note),
                version == null ? -1 : version));
    }

    private @Nullable String above(List<TopicEntry> all) {
        var written = text(parent).toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> one.code().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one ->
                                one.label().original().toLowerCase(Locale.ROOT).equals(written))
                        .findFirst())
                .map(TopicEntry::code)
                .orElse(null);
    }

    /** The codes of the topic and of all that stand below it. */
    static Set<String> below(TopicEntry topic, List<TopicEntry> all) {
        var found = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(topic.code()));
        while (!next.isEmpty()) {
            var code = next.remove();
            if (found.add(code)) {
                all.stream().filter(one -> code.equals(one.parent())).forEach(one -> next.add(one.code()));
            }
        }
        return found;
    }
}
