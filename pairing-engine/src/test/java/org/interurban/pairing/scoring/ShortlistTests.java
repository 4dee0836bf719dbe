package org.interurban.pairing.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;
import org.junit.jupiter.api.Test;

class ShortlistTests {

    private static final int KEPT = 20;

    @Test
    void findsNearlyAllOfTheTrulyBest() {
        var scorer = Scorer.of(new GeneratedRound(1).twoSides(1_500, 1_500)).build();

        var found = Shortlist.of(scorer, HardRules.NONE, KEPT, done -> {}).stream()
                .map(pair -> List.of(pair.a(), pair.b()))
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(recall(scorer, found, KEPT)).isGreaterThan(0.9);
    }

    /** The share of the truly best partners of a sample of cities that are among the pairs found. */
    static double recall(Scorer scorer, Set<List<Integer>> found, int kept) {
        var best = 0;
        var hit = 0;
        var sideA = scorer.on(Side.A);
        for (var at = 0; at < sideA.length; at += Math.max(1, sideA.length / 100)) {
            var city = sideA[at];
            var order = Arrays.stream(scorer.on(Side.B))
                    .boxed()
                    .sorted((one, other) -> Integer.compare(
                            scorer.marks(city, other).joint(),
                            scorer.marks(city, one).joint()))
                    .limit(kept)
                    .toList();
            best += order.size();
            hit += (int) order.stream()
                    .filter(other -> found.contains(List.of(city, other)))
                    .count();
        }
        return hit / (double) best;
    }

    @Test
    void givesEveryCityCandidatesEvenOneThatSaysNothing() {
        var profiles = new ArrayList<>(new GeneratedRound(2).twoSides(300, 300));
        profiles.set(7, Profile.empty(Participant.single("a7", Side.A), "a7"));
        var scorer = Scorer.of(profiles).build();

        var pairs = Shortlist.of(scorer, HardRules.NONE, 5, done -> {});

        for (var city = 0; city < scorer.size(); city++) {
            var position = city;
            assertThat(pairs.stream().filter(pair -> pair.a() == position || pair.b() == position))
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void leavesOutWhatTheRulesForbid() {
        var scorer = Scorer.of(new GeneratedRound(2).twoSides(30, 30)).build();
        var rules = new HardRules(List.of(new HardRules.Exclusion.Alone("a3", "withdrew")));

        assertThat(Shortlist.of(scorer, rules, 5, done -> {})).noneMatch(pair -> pair.a() == 3);
    }
}
