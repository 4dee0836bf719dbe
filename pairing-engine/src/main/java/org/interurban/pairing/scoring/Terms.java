package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Recognises topics by the words that cities use for them, in several languages. */
final class Terms {

    /** A word or phrase for a topic of the shipped tree. */
    record Term(String topic, String words) {}

    private record Phrase(List<String> stems, int topic) {}

    private record Piece(String text, int topic) {}

    private static final Comparator<Phrase> LONGEST_FIRST = Comparator.comparingInt(
                    (Phrase phrase) -> -phrase.stems.size())
            .thenComparing(phrase -> String.join(" ", phrase.stems))
            .thenComparingInt(Phrase::topic);

    private final Map<String, List<Phrase>> phrasesByFirstWord = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();

    /** The names of the topics themselves and, where this tree has the shipped topic too, the curated terms. */
    Terms(Topics topics, List<Term> curated) {
        for (var topic = 0; topic < topics.size(); topic++) {
            add(topics.get(topic).label(), topic);
            for (var other : topics.get(topic).also()) {
                add(other, topic);
            }
        }
        curated.forEach(term -> add(term.words(), topics.indexOf(term.topic())));
        phrasesByFirstWord.values().forEach(phrases -> phrases.sort(LONGEST_FIRST));
        pieces.sort(Comparator.comparingInt((Piece piece) -> -piece.text.length())
                .thenComparing(Piece::text)
                .thenComparingInt(Piece::topic));
    }

    private void add(String words, int topic) {
        if (topic < 0) {
            return;
        }
        if (Words.spaced(words)) {
            var stems = Words.stems(words);
            if (!stems.isEmpty()) {
                phrasesByFirstWord
                        .computeIfAbsent(stems.getFirst(), first -> new ArrayList<>())
                        .add(new Phrase(stems, topic));
            }
        } else {
            pieces.add(new Piece(Words.plain(words), topic));
        }
    }

    /** The topics named in a text, ascending; a word that belongs to a longer phrase does not count once more by itself. */
    int[] namedIn(String text) {
        var named = new TreeSet<Integer>();
        var stems = Words.stems(text);
        for (var at = 0; at < stems.size(); ) {
            var phrase = longestAt(stems, at);
            if (phrase == null) {
                at++;
            } else {
                named.add(phrase.topic);
                at += phrase.stems.size();
            }
        }
        if (!Words.spaced(text)) {
            var rest = Words.plain(text);
            for (var piece : pieces) {
                if (rest.contains(piece.text)) {
                    named.add(piece.topic);
                    rest = rest.replace(piece.text, " ");
                }
            }
        }
        return named.stream().mapToInt(Integer::intValue).toArray();
    }

    private @Nullable Phrase longestAt(List<String> stems, int at) {
        for (var phrase : phrasesByFirstWord.getOrDefault(stems.get(at), List.of())) {
            var end = at + phrase.stems.size();
            if (end <= stems.size() && stems.subList(at, end).equals(phrase.stems)) {
                return phrase;
            }
        }
        return null;
    }
}
