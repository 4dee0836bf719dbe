package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Who gets what: the worst-off cities, and how the answer spreads over countries, sizes and newcomers. */
record Equity(List<City> worstOff, List<Spread> spreads) {

    private static final int WORST = 8;
    private static final List<String> SIZES = List.of("small", "middle", "large", "largest", "unknown");

    /** @param best the score of its best pair; null for a city without a partner */
    record City(String name, @Nullable String best, List<String> partners) {}

    record Spread(String title, List<Group> groups) {}

    /** @param mean of the scores of its cities' pairs; null where none has one */
    record Group(
            String name, int cities, int served, @Nullable String mean) {

        public long percent() {
            return Math.round(100.0 * served / cities);
        }
    }

    private static final Comparator<Group> LARGEST_FIRST =
            Comparator.comparingInt(Group::cities).reversed().thenComparing(Group::name);

    static Equity of(Bench bench, MessageSource messages, Locale locale) {
        var cities = IntStream.range(0, bench.scoring().cities().size()).boxed().toList();
        var worst = cities.stream()
                .sorted(Comparator.<Integer>comparingInt(city -> best(bench, city))
                        .thenComparing(city -> bench.city(city).name(locale)))
                .limit(WORST)
                .map(city -> new City(
                        bench.city(city).name(locale),
                        bench.partners(city).isEmpty() ? null : SolveRound.shown(best(bench, city)),
                        bench.partners(city).stream()
                                .map(partner -> bench.city(partner).name(locale))
                                .toList()))
                .toList();
        var sizes = SIZES.stream()
                .map(size -> messages.getMessage("pairing.size." + size, null, locale))
                .toList();
        return new Equity(
                worst,
                List.of(
                        spread(bench, messages, locale, "country", LARGEST_FIRST, city -> bench.city(city)
                                .countryName(locale)),
                        spread(
                                bench,
                                messages,
                                locale,
                                "size",
                                Comparator.comparingInt(group -> sizes.indexOf(group.name())),
                                city -> size(bench.city(city), messages, locale)),
                        spread(
                                bench,
                                messages,
                                locale,
                                "first",
                                LARGEST_FIRST,
                                city -> first(bench.city(city), messages, locale))));
    }

    private static int best(Bench bench, int city) {
        return bench.partners(city).stream()
                .mapToInt(partner -> bench.scoring().score(city, partner))
                .max()
                .orElse(-1);
    }

    private static Spread spread(
            Bench bench,
            MessageSource messages,
            Locale locale,
            String kind,
            Comparator<Group> order,
            IntFunction<String> group) {
        var members = new TreeMap<String, List<Integer>>();
        for (var city = 0; city < bench.scoring().cities().size(); city++) {
            members.computeIfAbsent(group.apply(city), name -> new ArrayList<>())
                    .add(city);
        }
        var groups = members.entrySet().stream()
                .map(entry -> group(bench, entry.getKey(), entry.getValue()))
                .sorted(order)
                .toList();
        return new Spread(messages.getMessage("pairing.equity." + kind, null, locale), groups);
    }

    private static Group group(Bench bench, String name, List<Integer> members) {
        var scores = members.stream()
                .flatMapToInt(city -> bench.partners(city).stream()
                        .mapToInt(partner -> bench.scoring().score(city, partner)))
                .average();
        return new Group(
                name,
                members.size(),
                (int) members.stream()
                        .filter(city -> !bench.partners(city).isEmpty())
                        .count(),
                scores.isPresent() ? SolveRound.shown(Math.round(scores.getAsDouble())) : null);
    }

    private static String size(RoundCity city, MessageSource messages, Locale locale) {
        var people = city.population();
        var kind = people == null
                ? "unknown"
                : people < 100_000 ? "small" : people < 500_000 ? "middle" : people < 1_500_000 ? "large" : "largest";
        return messages.getMessage("pairing.size." + kind, null, locale);
    }

    private static String first(RoundCity city, MessageSource messages, Locale locale) {
        var first = city.firstTimer();
        return messages.getMessage("pairing.first." + (first == null ? "unknown" : first ? "yes" : "no"), null, locale);
    }
}
