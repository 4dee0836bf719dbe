package org.interurban.platform.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.QueryBuilder;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Person;
import org.interurban.platform.authority.Scope;
import org.jspecify.annotations.Nullable;

/** The words of all documents, one field per language. A question is asked of every language, and its best answer counts. */
final class SearchIndex implements Closeable {

    static final int MOST_LETTERS = 200;

    private static final float TITLE = 3;
    private static final float NAMES = 2;
    private static final float WHOLE_NAME = 10;
    private static final float ROOTS = 0.3f;
    private static final float OTHER_LANGUAGES = 0.1f;
    private static final double SUGGESTED = 0.4;
    private static final int USUAL_LENGTH = 20; // words in a field
    private static final int EXCERPT = 220;

    /** By how well a record fits, and of those that fit equally well always in one order. */
    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField("order", SortField.Type.STRING));

    /** A record is judged by itself: were it weighed by what others hold, the order would tell of some that a reader may not see. */
    private static final Similarity ALIKE_FOR_ALL = new BM25Similarity() {
        @Override
        protected float idf(long with, long all) {
            return 1;
        }

        @Override
        protected float avgFieldLength(CollectionStatistics all) {
            return USUAL_LENGTH;
        }
    };

    private final String first;
    private final Directory directory;
    private final Map<String, Float> weights;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * @param weights of the kinds, see {@link SearchSource#weight}
     * @param first language in which a record is shown that has no words in the reader's
     */
    SearchIndex(Directory directory, Map<String, Float> weights, String first) throws IOException {
        this.first = first;
        this.directory = directory;
        this.weights = Map.copyOf(weights);
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer()).setSimilarity(ALIKE_FOR_ALL).setCommitOnClose(false));
        try {
            this.searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                    var searcher = new IndexSearcher(reader);
                    searcher.setSimilarity(ALIKE_FOR_ALL);
                    return searcher;
                }
            });
        } catch (IOException damaged) {
            IOUtils.closeWhileHandlingException(writer, directory);
            throw damaged;
        }
    }

    private static Analyzer analyzer() {
        var fields = new HashMap<String, Analyzer>();
        for (var language : SearchLanguage.values()) {
            fields.put("title_" + language.tag(), language.analyzer);
            fields.put("all_" + language.tag(), language.analyzer);
        }
        fields.put("roots_id", SearchLanguage.indonesianRoots());
        fields.put("names", SearchLanguage.names());
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
    }

    /** What was noted with the last {@link #commit}; empty for a new index. */
    Map<String, String> notes() {
        var notes = new TreeMap<String, String>();
        var kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(note -> notes.put(note.getKey(), note.getValue()));
        }
        return notes;
    }

    void put(SearchDocument document) throws IOException {
        writer.updateDocument(key(document.kind(), document.code()), write(document));
    }

    void remove(String kind, String code) throws IOException {
        writer.deleteDocuments(key(kind, code));
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    void commit(Map<String, String> notes) throws IOException {
        writer.setLiveCommitData(notes.entrySet());
        writer.commit();
        searchers.maybeRefresh();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private static Term key(String kind, String code) {
        return new Term("key", kind + "/" + code);
    }

    private static Document write(SearchDocument document) {
        var written = new Document();
        written.add(new StringField("key", document.kind() + "/" + document.code(), Field.Store.NO));
        written.add(new SortedDocValuesField("order", new BytesRef(document.kind() + "/" + document.code())));
        written.add(new StringField("kind", document.kind(), Field.Store.YES));
        written.add(new StoredField("code", document.code()));
        written.add(new StoredField("url", document.url()));
        written.add(new StringField("public", document.published() ? "yes" : "no", Field.Store.NO));
        written.add(new StringField("permission", document.permission().name(), Field.Store.NO));
        document.scopes()
                .forEach(scope -> written.add(new StringField("scope", SearchDocuments.name(scope), Field.Store.NO)));
        document.title().forEach((tag, title) -> written.add(new StoredField("shown_title_" + tag, title)));
        document.text().forEach((tag, text) -> written.add(new StoredField("shown_text_" + tag, text)));

        var own = new LinkedHashSet<String>(document.title().values());
        own.addAll(document.aliases());
        own.forEach(name -> {
            written.add(new StringField("name", Names.key(name), Field.Store.NO));
            written.add(new StoredField("own", name));
        });
        own.stream()
                .flatMap(name -> Names.trigrams(name).stream())
                .distinct()
                .forEach(gram -> written.add(new StringField("gram", gram, Field.Store.NO)));
        own.forEach(name -> written.add(new TextField("names", name, Field.Store.NO)));
        document.related().forEach(name -> written.add(new TextField("names", name, Field.Store.NO)));

        for (var language : SearchLanguage.values()) {
            write(document, language, written);
        }
        return written;
    }

    /** A language's field also holds the names written in its script, so that a question may mix them with its words. */
    private static void write(SearchDocument document, SearchLanguage language, Document written) {
        var titles = in(language, document.title());
        var texts = in(language, document.text());
        if (titles.isEmpty() && texts.isEmpty()) {
            return;
        }
        var all = new ArrayList<String>(document.aliases());
        all.addAll(document.related());
        all.removeIf(name -> !language.canWrite(name));
        titles.forEach(title -> written.add(new TextField("title_" + language.tag(), title, Field.Store.NO)));
        all.addAll(titles);
        all.addAll(texts);
        all.forEach(part -> written.add(new TextField("all_" + language.tag(), part, Field.Store.NO)));
        if (language == SearchLanguage.ID) {
            all.forEach(part -> written.add(new TextField("roots_id", part, Field.Store.NO)));
        }
    }

    /** Chinese is one language here, however it is written: zh-Hans, zh-Hant. */
    private static List<String> in(SearchLanguage language, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().split("-")[0].equals(language.tag()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * @param kind empty for all kinds
     * @param language the reader's, for the texts that are shown
     */
    Found find(String question, String kind, Person reader, String language, int offset, int limit) {
        var words = question.length() > MOST_LETTERS ? question.substring(0, MOST_LETTERS) : question;
        if (Names.key(words).isEmpty()) {
            return Found.NOTHING;
        }
        try {
            var searcher = searchers.acquire();
            try {
                var visible = visible(reader);
                var exact = find(searcher, exact(words), visible, kind, words, language, offset, limit, false);
                return exact.kinds().isEmpty()
                        ? find(searcher, similar(words), visible, kind, words, language, offset, limit, true)
                        : exact;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Found find(
            IndexSearcher searcher,
            Query question,
            Query visible,
            String kind,
            String words,
            String language,
            int offset,
            int limit,
            boolean similar)
            throws IOException {
        var anyKind = new BooleanQuery.Builder()
                .add(question, Occur.MUST)
                .add(visible, Occur.FILTER)
                .build();
        var kinds = new TreeMap<String, Integer>();
        for (var one : kinds(searcher)) {
            var count = searcher.count(ofKind(anyKind, one));
            if (count > 0) {
                kinds.put(one, count);
            }
        }
        if (kinds.isEmpty()) {
            return Found.NOTHING;
        }
        var asked = kind.isEmpty() ? weighted(anyKind) : ofKind(anyKind, kind);
        var total = kind.isEmpty()
                ? kinds.values().stream().mapToInt(Integer::intValue).sum()
                : kinds.getOrDefault(kind, 0);
        var top = searcher.search(asked, Math.max(1, offset + limit), BEST_FIRST);
        var marker = new Marker(words, first);
        var hits = new ArrayList<Found.Hit>();
        for (int i = offset; i < top.scoreDocs.length; i++) {
            hits.add(hit(searcher.storedFields().document(top.scoreDocs[i].doc), marker, words, language));
        }
        return new Found(hits, total, kinds, similar, similar ? suggestion(searcher, anyKind, words) : null);
    }

    private static Set<String> kinds(IndexSearcher searcher) throws IOException {
        var kinds = new HashSet<String>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var terms = leaf.reader().terms("kind");
            if (terms != null) {
                var each = terms.iterator();
                for (var term = each.next(); term != null; term = each.next()) {
                    kinds.add(term.utf8ToString());
                }
            }
        }
        return kinds;
    }

    private static Query ofKind(Query question, String kind) {
        return new BooleanQuery.Builder()
                .add(question, Occur.MUST)
                .add(new TermQuery(new Term("kind", kind)), Occur.FILTER)
                .build();
    }

    private Query weighted(Query question) {
        var weighted = new BooleanQuery.Builder().add(question, Occur.MUST);
        weights.forEach((kind, weight) -> weighted.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term("kind", kind))), weight), Occur.SHOULD));
        return weighted.build();
    }

    /** Published, or held by a role of the reader's in the record's scope. */
    private static Query visible(Person reader) {
        var visible = new BooleanQuery.Builder().add(new TermQuery(new Term("public", "yes")), Occur.SHOULD);
        for (var held : reader.assignments()) {
            var granted = Permission.all().stream()
                    .filter(permission -> permission.isHeldBy(held.role()))
                    .map(permission -> new BytesRef(permission.name()))
                    .toList();
            var mayRead = new BooleanQuery.Builder().add(new TermInSetQuery("permission", granted), Occur.FILTER);
            if (!held.scope().equals(Scope.NETWORK)) {
                mayRead.add(new TermQuery(new Term("scope", SearchDocuments.name(held.scope()))), Occur.FILTER);
            }
            visible.add(mayRead.build(), Occur.SHOULD);
        }
        return visible.build();
    }

    private Query exact(String words) {
        var builder = new QueryBuilder(writer.getAnalyzer());
        var ways = new ArrayList<Query>();
        for (var language : SearchLanguage.values()) {
            add(ways, inLanguage(builder, language.tag(), words), 1);
        }
        add(ways, required(builder, "roots_id", words), ROOTS);
        add(ways, required(builder, "names", words), NAMES);
        add(ways, new TermQuery(new Term("name", Names.key(words))), WHOLE_NAME);
        return new DisjunctionMaxQuery(ways, OTHER_LANGUAGES);
    }

    private static void add(Collection<Query> ways, @Nullable Query way, float boost) {
        if (way != null) {
            ways.add(boost == 1 ? way : new BoostQuery(way, boost));
        }
    }

    private static @Nullable Query inLanguage(QueryBuilder builder, String tag, String words) {
        var all = required(builder, "all_" + tag, words);
        var title = builder.createBooleanQuery("title_" + tag, words);
        return all == null || title == null
                ? all
                : new BooleanQuery.Builder()
                        .add(all, Occur.MUST)
                        .add(new BoostQuery(title, TITLE), Occur.SHOULD)
                        .build();
    }

    /** All of one or two words, three quarters of more. */
    private static @Nullable Query required(QueryBuilder builder, String field, String words) {
        var any = builder.createBooleanQuery(field, words);
        if (!(any instanceof BooleanQuery several)) {
            return any;
        }
        var count = several.clauses().size();
        var required = new BooleanQuery.Builder().setMinimumNumberShouldMatch(count <= 2 ? count : (count * 3 + 3) / 4);
        several.clauses().forEach(clause -> required.add(clause.getQuery(), Occur.SHOULD));
        return required.build();
    }

    /** Names that share most of their letters with the words: other spellings, and names typed halfway. */
    private static Query similar(String words) {
        var grams = Names.trigrams(words).stream().limit(100).toList();
        var similar = new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.max(1, grams.size() / 2));
        grams.forEach(gram -> similar.add(new TermQuery(new Term("gram", gram)), Occur.SHOULD));
        return similar.build();
    }

    private static @Nullable String suggestion(IndexSearcher searcher, Query similar, String words) throws IOException {
        var best = SUGGESTED;
        String suggestion = null;
        for (var score : searcher.search(similar, 20, BEST_FIRST).scoreDocs) {
            for (var name :
                    searcher.storedFields().document(score.doc, Set.of("own")).getValues("own")) {
                var likeness = Names.likeness(name, words);
                if (likeness > best) {
                    best = likeness;
                    suggestion = name;
                }
            }
        }
        return suggestion;
    }

    private Found.Hit hit(Document document, Marker marker, String words, String language) {
        var titles = shown(document, "shown_title_");
        var own = titles.containsKey(language) ? language : titles.containsKey(first) ? first : "";
        if (!own.isEmpty()) {
            titles.keySet().retainAll(Set.of(own)); // a record goes by its name in the reader's language
        }
        var title = marker.mark(titles, language, Integer.MAX_VALUE);
        var excerpt = marker.mark(shown(document, "shown_text_"), language, EXCERPT);
        var marked = title.parts().stream().anyMatch(Found.Excerpt.Part::found);
        return new Found.Hit(
                document.get("kind"),
                document.get("code"),
                document.get("url"),
                title,
                excerpt,
                marked ? null : otherName(document, words, title.text()));
    }

    private static @Nullable String otherName(Document document, String words, String title) {
        return Arrays.stream(document.getValues("own"))
                .filter(name -> !name.equals(title) && Names.likeness(name, words) > SUGGESTED)
                .max(java.util.Comparator.comparingDouble(name -> Names.likeness(name, words)))
                .orElse(null);
    }

    private static Map<String, String> shown(Document document, String prefix) {
        var texts = new TreeMap<String, String>();
        for (var field : document.getFields()) {
            if (field.name().startsWith(prefix)) {
                texts.put(field.name().substring(prefix.length()), field.stringValue());
            }
        }
        return texts;
    }

    /** Finds the question's words again in the texts that are shown. */
    private static final class Marker {

        private final Map<SearchLanguage, Set<String>> terms = new HashMap<>();

        private final String first;

        Marker(String words, String first) {
            this.first = first;
            for (var language : SearchLanguage.values()) {
                var found = new HashSet<String>();
                read(language, words, (term, from, to) -> found.add(term));
                terms.put(language, found);
            }
        }

        /** The reader's language, unless only another one holds the words. */
        Found.Excerpt mark(Map<String, String> texts, String language, int length) {
            var order = new LinkedHashSet<>(List.of(language, first));
            order.addAll(texts.keySet());
            order.retainAll(texts.keySet());
            if (order.isEmpty()) {
                return new Found.Excerpt(language, List.of());
            }
            for (var tag : order) {
                var spans = spans(tag, texts.get(tag));
                if (!spans.isEmpty()) {
                    return cut(tag, texts.get(tag), spans, length);
                }
            }
            return cut(order.getFirst(), texts.get(order.getFirst()), List.of(), length);
        }

        private List<int[]> spans(String tag, @Nullable String text) {
            var spans = new ArrayList<int[]>();
            SearchLanguage.of(tag).ifPresent(language -> {
                var wanted = terms.getOrDefault(language, Set.of());
                read(language, text == null ? "" : text, (term, from, to) -> {
                    if (!wanted.contains(term)) {
                        return;
                    }
                    if (spans.isEmpty() || spans.getLast()[1] < from) {
                        spans.add(new int[] {from, to});
                    } else {
                        spans.getLast()[1] = Math.max(spans.getLast()[1], to); // parts of one compound word
                    }
                });
            });
            return spans;
        }

        private static Found.Excerpt cut(String tag, @Nullable String whole, List<int[]> spans, int length) {
            var text = whole == null ? "" : whole;
            var start = 0;
            var end = text.length();
            if (text.length() > length) {
                var first = spans.isEmpty() ? 0 : spans.getFirst()[0];
                start = first < length * 2 / 3 ? 0 : text.lastIndexOf(' ', first - length / 3);
                start = start < 0 ? Math.max(0, first - length / 3) : start;
                end = Math.min(text.length(), start + length);
                var space = text.lastIndexOf(' ', end);
                end = end < text.length() && space > start + length / 2 ? space : end;
            }
            var parts = new ArrayList<Found.Excerpt.Part>();
            var at = start;
            for (var span : spans) {
                if (span[0] >= at && span[1] <= end) {
                    parts.add(new Found.Excerpt.Part(text.substring(at, span[0]), false));
                    parts.add(new Found.Excerpt.Part(text.substring(span[0], span[1]), true));
                    at = span[1];
                }
            }
            parts.add(new Found.Excerpt.Part(text.substring(at, end) + (end < text.length() ? " …" : ""), false));
            if (start > 0) {
                parts.addFirst(new Found.Excerpt.Part("… ", false));
            }
            parts.removeIf(part -> part.text().isEmpty());
            return new Found.Excerpt(tag, parts);
        }

        private interface TermReader {
            void term(String term, int from, int to);
        }

        private static void read(SearchLanguage language, String text, TermReader reader) {
            try (var stream = language.analyzer.tokenStream("text", text)) {
                var term = stream.addAttribute(CharTermAttribute.class);
                var offset = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    reader.term(term.toString(), offset.startOffset(), offset.endOffset());
                }
                stream.end();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
