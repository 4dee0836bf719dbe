package org.interurban.platform.taxonomy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.shared.LocalizedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes lists of topics, and adds to them, changes, merges and removes. */
@Service
class KeepTopics {

    sealed interface Outcome<T> {
        record Kept<T>() implements Outcome<T> {}

        /** Somebody else changed it since the form was opened. */
        record Overtaken<T>(T now) implements Outcome<T> {}
    }

    private final TopicLists lists;
    private final TopicEntries entries;
    private final Rights rights;
    private final Audit audit;

    KeepTopics(TopicLists lists, TopicEntries entries, Rights rights, Audit audit) {
        this.lists = lists;
        this.entries = entries;
        this.rights = rights;
        this.audit = audit;
    }

    /** @return its code */
    @Transactional
    String addList(TopicListForm form, List<PastedTopic> topics) {
        rights.require(TopicPermission.TOPICS_EDIT);
        var list = form.list(
                TaxonomyId.next(), lists.freeCode(String.valueOf(form.name().original())), null);
        lists.insert(list);
        record("taxonomy.list-added", list, Map.of());
        add(list, topics);
        return list.code();
    }

    /** The list of a programme, of its name. */
    @Transactional
    TopicList own(String programme, LocalizedText name) {
        var list =
                new TopicList(TaxonomyId.next(), lists.freeCode(programme), name, programme, false, null, List.of(), 0);
        lists.insert(list);
        var kept = lists.find(list.code()).orElse(list);
        require(kept);
        record("taxonomy.list-added", kept, Map.of());
        return kept;
    }

    @Transactional
    Outcome<TopicList> change(TopicList before, TopicListForm form) {
        require(before);
        if (!lists.update(form.list(before.id(), before.code(), before))) {
            return new Outcome.Overtaken<>(lists.find(before.code()).orElse(before));
        }
        record("taxonomy.list-changed", before, Map.of());
        return new Outcome.Kept<>();
    }

    /** What named its topics names none from now on. */
    @Transactional
    void remove(TopicList list) {
        require(list);
        lists.alone(list);
        for (var entry : entries.of(list.code()).reversed()) {
            entries.move(entry, null);
            entries.remove(entry);
        }
        lists.remove(list);
        record("taxonomy.list-removed", list, Map.of());
    }

    /** @return how many are new */
    @Transactional
    int paste(TopicList list, List<PastedTopic> topics) {
        require(list);
        lists.alone(list);
        return add(list, topics);
    }

    private int add(TopicList list, Collection<PastedTopic> topics) {
        var codes = new HashMap<String, String>();
        entries.of(list.code())
                .forEach(entry -> codes.put(PastedTopic.key(entry.label().original()), entry.code()));
        var before = codes.size();
        for (var topic : topics) {
            var parent = (String) null;
            for (var label : topic.path()) {
                var key = PastedTopic.key(label);
                if (!codes.containsKey(key)) {
                    var alternatives = label.equals(topic.label()) ? topic.alternatives() : List.<String>of();
                    var entry = new TopicEntry(
                            TopicId.next(),
                            list.code(),
                            entries.freeCode(list.code(), label),
                            LocalizedText.of(label),
                            parent,
                            alternatives,
                            null,
                            null,
                            0);
                    entries.insert(entry);
                    codes.put(key, entry.code());
                }
                parent = codes.get(key);
            }
        }
        var added = codes.size() - before;
        record("taxonomy.topics-added", list, Map.of("topics", Integer.toString(added)));
        return added;
    }

    @Transactional
    void add(TopicList list, TopicEntry entry, String after) {
        require(list);
        lists.alone(list);
        entries.insert(entry);
        entries.place(entry, after);
        record("taxonomy.topic-added", list, entry);
    }

    /** Until the transaction ends, whoever else wants to change the list waits: what is looked up in it stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    void alone(TopicList list) {
        require(list);
        lists.alone(list);
    }

    /** A code for a topic that is to be added; whoever asks works on the list alone. */
    String freeCode(TopicList list, String label) {
        return entries.freeCode(list.code(), label);
    }

    /** @param after as in {@link TopicEntries#place}; its own code where it stays where it is */
    @Transactional
    Outcome<TopicEntry> change(TopicList list, TopicEntry wanted, String after) {
        require(list);
        lists.alone(list);
        if (!entries.update(wanted)) {
            return new Outcome.Overtaken<>(
                    entries.find(list.code(), wanted.code()).orElse(wanted));
        }
        if (!after.equals(wanted.code())) {
            entries.place(wanted, after);
        }
        record("taxonomy.topic-changed", list, wanted);
        return new Outcome.Kept<>();
    }

    /** What named it names none from now on; what stood below it stands where it stood. */
    @Transactional
    void remove(TopicList list, TopicEntry entry) {
        require(list);
        lists.alone(list);
        entries.move(entry, null);
        entries.remove(entry);
        record("taxonomy.topic-removed", list, entry);
    }

    /** What named the one names the other, which is known by the words of both. */
    @Transactional
    void merge(TopicList list, TopicEntry from, TopicEntry into) {
        require(list);
        lists.alone(list);
        entries.move(from, into);
        entries.hand(from, into);
        entries.remove(from);
        entries.know(into, from);
        record(
                "taxonomy.topics-merged",
                list,
                Map.of("topic", from.label().original(), "into", into.label().original()));
    }

    boolean mayKeep(TopicList list) {
        return rights.may(TopicPermission.TOPICS_EDIT, TopicLists.scopes(list));
    }

    private void require(TopicList list) {
        rights.require(TopicPermission.TOPICS_EDIT, TopicLists.scopes(list));
    }

    private void record(String act, TopicList list, TopicEntry entry) {
        record(act, list, Map.of("topic", entry.label().original()));
    }

    private void record(String act, TopicList list, Map<String, String> details) {
        var all = new HashMap<>(details);
        all.put("name", list.name().original());
        audit.record(act, new Audit.Subject("taxonomy", list.code()), all);
    }
}
