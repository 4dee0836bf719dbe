package org.interurban.platform.taxonomy;

import static org.interurban.platform.web.Typed.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.interurban.platform.sheets.SheetForm;
import org.interurban.platform.sheets.SheetForm.Desk;
import org.interurban.platform.web.ListQuery;
import org.interurban.platform.web.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;

/** Topics from any sheet, a topic a row. */
@Configuration
class TopicSheet {

    private final Taxonomies taxonomies;
    private final TopicLists lists;
    private final TopicEntries entries;
    private final KeepTopics keep;

    TopicSheet(Taxonomies taxonomies, TopicLists lists, TopicEntries entries, KeepTopics keep) {
        this.taxonomies = taxonomies;
        this.lists = lists;
        this.entries = entries;
        this.keep = keep;
    }

    @Bean
    SheetForm<TopicForm, TopicEntry> topicRows() {
        return new SheetForm<>("topics", TopicForm.class, "taxonomy.field", "label", this::names, Open::new);
    }

    private List<String> names(ListQuery query) {
        return Lists.all(query, taxonomies::list).stream()
                .map(line -> line.taxonomy() + ":" + line.code())
                .toList();
    }

    private final class Open implements Desk<TopicForm, TopicEntry> {

        private final Map<String, TopicList> byWord = new HashMap<>();
        private final Map<String, List<TopicEntry>> all;

        Open(Locale locale) {
            for (var list : taxonomies.all(locale)) {
                lists.seen(list.code()).ifPresent(kept -> {
                    byWord.put(list.code().toLowerCase(Locale.ROOT), kept);
                    byWord.put(list.name().toLowerCase(Locale.ROOT), kept);
                });
            }
            all = entries.all().stream().collect(Collectors.groupingBy(TopicEntry::list));
        }

        private @Nullable TopicList list(@Nullable String written) {
            return byWord.get(text(written).toLowerCase(Locale.ROOT));
        }

        private List<TopicEntry> in(TopicList list) {
            return all.getOrDefault(list.code(), List.of());
        }

        @Override
        public Map<String, TopicEntry> records() {
            return byWord.values().stream()
                    .distinct()
                    .flatMap(list -> in(list).stream())
                    .collect(Collectors.toMap(TopicEntry::name, entry -> entry));
        }

        @Override
        public TopicForm filled(TopicEntry entry) {
            return TopicForm.of(entry, entry.code());
        }

        @Override
        public TopicForm blank(Map<String, String> values) {
            return TopicForm.empty(null, null, "");
        }

        @Override
        public String nextCode(TopicForm form) {
            var list = list(form.list());
            return list == null
                    ? ""
                    : list.code() + ":" + keep.freeCode(list, text(form.label().original()));
        }

        @Override
        public Optional<TopicEntry> read(@Nullable TopicEntry before, String code, TopicForm form, Errors errors) {
            var list = list(form.list());
            if (list == null || before != null && !before.list().equals(list.code())) {
                errors.rejectValue("list", list == null ? "taxonomy.error.list" : "taxonomy.error.list-stays");
                return Optional.empty();
            }
            var own = code.substring(code.indexOf(':') + 1);
            return form.read(before, list, own, in(list), errors);
        }

        @Override
        public boolean mayKeep(TopicEntry entry) {
            return keep.mayKeep(of(entry));
        }

        @Override
        public void add(TopicEntry entry) {
            keep.add(of(entry), entry, lastIn(entry));
        }

        private String lastIn(TopicEntry entry) {
            var now = entries.of(entry.list());
            return now.isEmpty() ? "" : now.getLast().code();
        }

        @Override
        public boolean change(TopicEntry before, TopicEntry wanted) {
            return keep.change(of(wanted), wanted, wanted.code()) instanceof KeepTopics.Outcome.Kept<TopicEntry>;
        }

        @Override
        public void remove(TopicEntry entry) {
            keep.remove(of(entry), entry);
        }

        private TopicList of(TopicEntry entry) {
            return lists.find(entry.list()).orElseThrow();
        }
    }
}
