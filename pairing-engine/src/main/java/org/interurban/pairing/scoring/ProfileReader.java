package org.interurban.pairing.scoring;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Makes the profiles of one round ready to be compared: words become numbers, each once. */
final class ProfileReader {

    private final Topics topics;
    private final Names texts = new Names();
    private final Names tags = new Names();
    private final Names languages = new Names();
    private final Names zones = new Names();

    ProfileReader(Topics topics) {
        this.topics = topics;
    }

    City read(Profile profile) {
        var setting = profile.setting();
        var zone = setting.zone();
        return new City(
                profile,
                lines(profile.offers().size(), place -> offer(profile.offers().get(place), place)),
                lines(profile.seeks().size(), place -> seek(profile.seeks().get(place), place)),
                City.logarithm(setting.population()),
                City.logarithm(setting.income()),
                numbers(tags, setting.tags()),
                // en-GB and en-US staff understand each other
                numbers(
                        languages,
                        setting.languages().stream()
                                .map(ProfileReader::language)
                                .toList()),
                zone == null ? City.NO_ZONE : zones.number(zone.getId()),
                City.valued(profile.ties().wishes()));
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private static int[] numbers(Names names, Iterable<String> of) {
        var numbers = new ArrayList<Integer>();
        of.forEach(name -> numbers.add(names.number(name)));
        return numbers.stream().distinct().sorted().mapToInt(Integer::intValue).toArray();
    }

    private static Line[] lines(int count, IntFunction<Line> line) {
        return IntStream.range(0, count).mapToObj(line).toArray(Line[]::new);
    }

    private Line offer(Offer offer, int place) {
        var shown = "offers %s (level %d)".formatted(label(offer.topic()), offer.level());
        return line(
                new LineKey(LineKey.Kind.OFFER, place),
                shown + after(": ", offer.text()) + after("; ", offer.evidence()),
                offer.topic(),
                offer.text(),
                offer.strength());
    }

    private Line seek(Seek seek, int place) {
        var shown = "seeks %s (priority %d)".formatted(label(seek.topic()), seek.priority());
        return line(
                new LineKey(LineKey.Kind.SEEK, place),
                shown + after(": ", seek.text()),
                seek.topic(),
                seek.text(),
                seek.priority());
    }

    private Line line(LineKey key, String shown, String topic, String text, double weight) {
        var stated = topics.indexOf(topic);
        var label = label(topic);
        var words = label + after(": ", text);
        var named = topics.namedIn(stated < 0 ? words : text);
        return new Line(
                new Evidence.Quoted(key, shown),
                stated,
                Line.topicsOf(stated, named),
                weight,
                texts.number(words),
                Clauses.of(text.isEmpty() ? label : text),
                Clauses.of(label, text));
    }

    private String label(String topic) {
        return topics.find(topic).map(Topic::label).orElse(topic);
    }

    private static String after(String mark, String text) {
        return text.isEmpty() ? "" : mark + text;
    }

    List<String> texts() {
        return texts.all;
    }

    List<String> tags() {
        return tags.all;
    }

    List<String> languages() {
        return languages.all;
    }

    List<ZoneId> zones() {
        return zones.all.stream().map(ZoneId::of).toList();
    }

    /** Numbers names in the order in which they are first met. */
    private static final class Names {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> all = new ArrayList<>();

        int number(String name) {
            return numbers.computeIfAbsent(name, fresh -> {
                all.add(fresh);
                return numbers.size();
            });
        }
    }
}
