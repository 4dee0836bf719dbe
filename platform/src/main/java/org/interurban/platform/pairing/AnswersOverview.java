package org.interurban.platform.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.pairing.CityAnswers.Given;
import org.jspecify.annotations.Nullable;

/**
 * The cities' answers as those who run the round see them.
 *
 * @param given how many of the expected answers are there
 */
record AnswersOverview(List<PairAnswers> pairs, List<Wish> wishes, int given, int expected) {

    /** Both answers to one proposed pair. */
    record PairAnswers(
            Named a,
            Named b,
            String score,
            @Nullable Given ofA,
            @Nullable Given ofB) {}

    record Wish(
            String city, String partner, int rank, @Nullable String reason) {}

    static AnswersOverview of(List<Given> given, Bench bench, Locale locale) {
        var pairs = bench.pairs().stream()
                .map(pair -> new PairAnswers(
                        Named.of(bench.city(pair[0]), locale),
                        Named.of(bench.city(pair[1]), locale),
                        SolveRound.shown(bench.scoring().score(pair[0], pair[1])),
                        find(given, bench.city(pair[0]), bench.city(pair[1])),
                        find(given, bench.city(pair[1]), bench.city(pair[0]))))
                .toList();
        var wishes = new ArrayList<Wish>();
        for (var answer : given) {
            if (answer.rank() != null) {
                wishes.add(new Wish(
                        name(bench, answer.organisation(), locale),
                        name(bench, answer.partner(), locale),
                        answer.rank(),
                        answer.reason()));
            }
        }
        var there = pairs.stream()
                .mapToInt(pair -> (pair.ofA() == null ? 0 : 1) + (pair.ofB() == null ? 0 : 1))
                .sum();
        return new AnswersOverview(pairs, wishes, there, 2 * pairs.size());
    }

    private static @Nullable Given find(List<Given> given, RoundCity city, RoundCity partner) {
        return given.stream()
                .filter(answer -> answer.organisation().equals(city.organisation())
                        && answer.partner().equals(partner.organisation())
                        && answer.rank() == null)
                .findFirst()
                .orElse(null);
    }

    private static String name(Bench bench, OrganisationId organisation, Locale locale) {
        return bench.scoring().cities().stream()
                .filter(city -> city.organisation().equals(organisation))
                .findFirst()
                .map(city -> city.name(locale))
                .orElse("");
    }
}
