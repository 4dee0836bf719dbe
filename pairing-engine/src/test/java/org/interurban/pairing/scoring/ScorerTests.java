package org.interurban.pairing.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTests {

    private static Profile city(String id, Side side, List<Offer> offers, List<Seek> seeks) {
        return Profile.empty(Participant.single(id, side), id).withLines(offers, seeks);
    }

    private static PairScore only(Profile a, Profile b) {
        return Scorer.of(List.of(a, b)).build().score(a.id(), b.id());
    }

    @Test
    void givesTheShareOfWhatOneSeeksThatTheOtherOffers() {
        var seeker = city("prato", Side.A, List.of(), List.of(Seek.of("cycling", 3), Seek.of("housing", 1)));
        var giver = city("taichung", Side.B, List.of(Offer.of("Bicycles", 3)), List.of());

        var score = only(seeker, giver);

        assertThat(score.parts().get(Part.B_HELPS_A).value()).isEqualTo(0.75);
        assertThat(score.parts().get(Part.A_HELPS_B)).isEqualTo(new Reading.Unknown(0, "prato states no offer"));
    }

    @Test
    void namesTheTwoLinesThatMatched() {
        var seeker = city("prato", Side.A, List.of(), List.of(new Seek("mobility", 2, "safer ways to school")));
        var giver = city(
                "taichung", Side.B, List.of(new Offer("cycling", 3, "shared bicycles", "400 stations")), List.of());

        assertThat(only(seeker, giver).parts().get(Part.B_HELPS_A))
                .isInstanceOfSatisfying(Reading.Known.class, known -> assertThat(known.evidence())
                        .containsExactly(new Evidence(
                                new Evidence.Quoted(
                                        new LineKey(LineKey.Kind.SEEK, 0),
                                        "seeks Urban mobility (priority 2): safer ways to school"),
                                new Evidence.Quoted(
                                        new LineKey(LineKey.Kind.OFFER, 0),
                                        "offers Cycling (level 3): shared bicycles; 400 stations"),
                                "Cycling belongs to Urban mobility",
                                0.5,
                                0)));
    }

    @Test
    void namesLinesByTheirPlaceHoweverTheirWordsLook() {
        var misleading = Seek.of("offers Cycling (level 3): a", 1);
        var seeker = city("prato", Side.A, List.of(), List.of(misleading, Seek.of("cycling", 1)));
        var giver = city("taichung", Side.B, List.of(Offer.of("housing", 3), Offer.of("cycling", 3)), List.of());

        assertThat(only(seeker, giver).parts().get(Part.B_HELPS_A))
                .isInstanceOfSatisfying(Reading.Known.class, known -> assertThat(known.evidence())
                        .filteredOn(evidence -> evidence.strength() == 1)
                        .extracting(evidence -> evidence.a().line(), evidence -> evidence.b()
                                .line())
                        .contains(tuple(new LineKey(LineKey.Kind.SEEK, 1), new LineKey(LineKey.Kind.OFFER, 1))));
    }

    @Test
    void namesLinesForEveryPartThatRestsOnSome() {
        var scorer = Scorer.of(new GeneratedRound(4).twoSides(20, 20)).build();

        for (var a = 0; a < 20; a++) {
            for (var b = 0; b < 20; b++) {
                var parts = scorer.score("a" + a, "b" + b).parts();
                for (var part : List.of(Part.A_HELPS_B, Part.B_HELPS_A, Part.SHARED_CHALLENGE)) {
                    var known = (Reading.Known) parts.get(part);
                    assertThat(known.evidence().isEmpty()).isEqualTo(known.value() == 0);
                }
            }
        }
    }

    @Test
    void countsAWeakOfferForLessThanAStrongOne() {
        var seeker = city("x", Side.A, List.of(), List.of(Seek.of("cycling", 1)));

        var weak = only(seeker, city("y", Side.B, List.of(Offer.of("cycling", 1)), List.of()));
        var strong = only(seeker, city("y", Side.B, List.of(Offer.of("cycling", 3)), List.of()));

        assertThat(weak.parts().get(Part.B_HELPS_A).value()).isEqualTo(0.5);
        assertThat(strong.parts().get(Part.B_HELPS_A).value()).isEqualTo(1);
    }

    @Test
    void flagsAPairInWhichOnlyOneGives() {
        var giver = city("x", Side.A, List.of(Offer.of("cycling", 3)), List.of(Seek.of("housing", 3)));
        var taker = city("y", Side.B, List.of(Offer.of("noise", 3)), List.of(Seek.of("cycling", 3)));

        assertThat(only(giver, taker).donor()).isTrue();
        assertThat(only(giver, taker).parts().get(Part.RECIPROCITY).value()).isZero();
    }

    @Test
    void tellsWhatEachSideGainsFromTheOther() {
        var giver = city("x", Side.A, List.of(Offer.of("cycling", 3)), List.of(Seek.of("housing", 3)));
        var taker = city("y", Side.B, List.of(Offer.of("noise", 3)), List.of(Seek.of("cycling", 3)));

        var score = only(giver, taker);

        assertThat(score.benefitOfB()).isGreaterThan(score.benefitOfA());
    }

    @Test
    void isTheSameWhoeverIsNamedFirst() {
        var profiles = new GeneratedRound(3).twoSides(6, 6);
        var scorer = Scorer.of(profiles).build();

        assertThat(scorer.score("b2", "a1")).isEqualTo(scorer.score("a1", "b2"));
        assertThat(scorer.score("a1", "b2").a()).isEqualTo("a1");
    }

    @Test
    void readsAMutualWishAsTwoWishes() {
        var a = Profile.empty(Participant.single("a", Side.A), "a")
                .with(new Ties(List.of("b"), Set.of(), Set.of(), null));
        var b = Profile.empty(Participant.single("b", Side.B), "b")
                .with(new Ties(List.of("c", "a"), Set.of(), Set.of(), null));

        var parts = only(a, b).parts();

        assertThat(parts.get(Part.WISH_OF_A).value()).isEqualTo(1);
        assertThat(parts.get(Part.WISH_OF_B).value()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1_000.5, 1e308, Double.POSITIVE_INFINITY, Double.NaN})
    void refusesAWeightThatIsNoShareOfASum(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(Map.of(Criterion.LANGUAGE, weight), null))
                .withMessageStartingWith("The weight of language is not from 0 to 1000");
    }

    @Test
    void takesPastTiesAsTheProgrammeSays() {
        var a = Profile.empty(Participant.single("a", Side.A), "a")
                .with(new Ties(List.of(), Set.of(), Set.of("b"), null));
        var b = Profile.empty(Participant.single("b", Side.B), "b");
        var c = Profile.empty(Participant.single("c", Side.B), "c");

        var bonus = Scorer.of(List.of(a, b, c))
                .weights(Weights.of(Map.of(), Weights.PastTie.BONUS))
                .build();
        var malus = Scorer.of(List.of(a, b, c))
                .weights(Weights.of(Map.of(), Weights.PastTie.MALUS))
                .build();

        assertThat(bonus.score("a", "b").joint())
                .isGreaterThan(bonus.score("a", "c").joint());
        assertThat(malus.score("a", "b").joint())
                .isLessThan(malus.score("a", "c").joint());
        assertThat(only(a, b).parts().get(Part.PAST_TIE)).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void comparesSizesAndIncomesByTheirRatio() {
        var a = Profile.empty(Participant.single("a", Side.A), "a")
                .with(new Setting(100_000L, 50_000.0, Set.of("port"), Set.of("en-GB"), ZoneId.of("Europe/London")));
        var b = Profile.empty(Participant.single("b", Side.B), "b")
                .with(new Setting(1_000_000L, 50_000.0, Set.of("port", "capital"), Set.of("en"), null));

        var parts = only(a, b).parts();

        assertThat(parts.get(Part.SIMILAR_SIZE).value()).isCloseTo(0.5, within(1e-9));
        assertThat(parts.get(Part.SIMILAR_INCOME).value()).isEqualTo(1);
        assertThat(parts.get(Part.SHARED_TAGS).value()).isEqualTo(0.5);
        assertThat(parts.get(Part.LANGUAGE).value()).isEqualTo(1);
        assertThat(parts.get(Part.OFFICE_HOURS).reason()).isEqualTo("time zone of b is unknown");
    }

    @Test
    void matchesTextsByTheirMeaningWhereAModelReadsThem() {
        var seeker = city("x", Side.A, List.of(), List.of(Seek.of("zug um zug", 1)));
        var giver = city("y", Side.B, List.of(Offer.of("step by step", 3)), List.of());
        var model = new Meaning() {
            @Override
            public String name() {
                return "all alike";
            }

            @Override
            public Optional<float[]> direction(String text) {
                return Optional.of(new float[] {1, 0});
            }
        };

        var read = Scorer.of(List.of(seeker, giver)).meaning(model).build().score("x", "y");

        assertThat(read.parts().get(Part.B_HELPS_A).value()).isGreaterThan(0.8);
        assertThat(read.parts().get(Part.B_HELPS_A)).isInstanceOfSatisfying(Reading.Known.class, known -> {
            assertThat(known.evidence().getFirst().likeMeaning()).isEqualTo(1);
            assertThat(known.evidence().getFirst().match()).isEqualTo("texts of like meaning");
        });
        assertThat(only(seeker, giver).parts().get(Part.B_HELPS_A).value()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sorted collection               | Towards zero waste: sorted collection 71 % | 0.95
            Sorted collections              | sorted collection                          | 0.95
            Shade                           | Shade officer, drinking fountains          | 0.95
            Shade, white roofs              | Shade officer, drinking fountains          | 0.475
            Sorted collection of food waste | Sorted collection                          | 0.95
            분리수거                            | 제로 웨이스트: 분리수거율 71 %                        | 0.95
            Night buses                     | Buses at night                             | 0
            Zug um Zug                      | 71 %, 2024                                 | 0
            """)
    void findsTheWordsOfOneLineInTheOther(String sought, String offered, double value) {
        var seeker = city("x", Side.A, List.of(), List.of(new Seek(sought, 1, "")));
        var giver = city("y", Side.B, List.of(new Offer(offered, 3, "", "")), List.of());
        var model = new Meaning() {
            @Override
            public String name() {
                return "nothing alike";
            }

            @Override
            public Optional<float[]> direction(String text) {
                return Optional.of(text.equals(sought) ? new float[] {1, 0} : new float[] {0, 1});
            }
        };

        var read = Scorer.of(List.of(seeker, giver))
                .topics(Topics.of(List.of(new Topic("other", "Something else", null, List.of()))))
                .meaning(model)
                .build()
                .score("x", "y");

        assertThat(read.parts().get(Part.B_HELPS_A).value()).isCloseTo(value, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0", "0.6, 0.39"})
    void countsTextsAsAlikeOnlyAboveAFloor(float cosine, double value) {
        var seeker = city("x", Side.A, List.of(), List.of(Seek.of("zug um zug", 1)));
        var giver = city("y", Side.B, List.of(Offer.of("step by step", 3)), List.of());
        var model = new Meaning() {
            @Override
            public String name() {
                return "some alike";
            }

            @Override
            public Optional<float[]> direction(String text) {
                var other = (float) Math.sqrt(1 - cosine * cosine);
                return Optional.of(text.startsWith("zug") ? new float[] {1, 0} : new float[] {cosine, other});
            }
        };

        var part = (Reading.Known) Scorer.of(List.of(seeker, giver))
                .meaning(model)
                .build()
                .score("x", "y")
                .parts()
                .get(Part.B_HELPS_A);

        assertThat(part.value()).isCloseTo(value, within(0.06));
        assertThat(part.evidence().isEmpty()).isEqualTo(value == 0);
    }

    @Test
    void countsAnUnknownPartWithTheLowerQuartileOfTheKnownOnes() {
        var profiles = new ArrayList<>(new GeneratedRound(5).twoSides(8, 8));
        profiles.set(0, profiles.getFirst().with(Setting.UNKNOWN));
        var scorer = Scorer.of(profiles).build();

        var part = scorer.score("a0", "b0").parts().get(Part.SIMILAR_SIZE);

        var known = scorer.score("a1", "b0").parts().get(Part.SIMILAR_SIZE);
        assertThat(part).isInstanceOf(Reading.Unknown.class);
        assertThat(part.value()).isEqualTo(scorer.priors().get(Part.SIMILAR_SIZE));
        assertThat(known).isInstanceOf(Reading.Known.class);
        var below = profiles.stream()
                .filter(profile ->
                        profile.participant().side() == Side.A && !profile.id().equals("a0"))
                .flatMap(a -> profiles.stream()
                        .filter(b -> b.participant().side() == Side.B)
                        .map(b -> scorer.score(a.id(), b.id())
                                .parts()
                                .get(Part.SIMILAR_SIZE)
                                .value()))
                .filter(value -> value <= part.value())
                .count();
        assertThat(below / 56.0).isCloseTo(0.25, within(0.03));
    }

    @Test
    void takesTheProgrammesOwnCautiousValue() {
        var scorer = Scorer.of(new GeneratedRound(5).twoSides(4, 4))
                .priors(Map.of(Part.PAST_TIE, 0.125))
                .build();

        assertThat(scorer.score("a0", "b0").parts().get(Part.PAST_TIE).value()).isEqualTo(0.125);
    }

    @Test
    void saysHowMuchOfTheWeightIsKnown() {
        var empty = only(
                Profile.empty(Participant.single("a", Side.A), "a"),
                Profile.empty(Participant.single("b", Side.B), "b"));
        var round = Scorer.of(new GeneratedRound(5).twoSides(4, 4)).build();

        assertThat(empty.confidence()).isZero();
        assertThat(round.score("a0", "b0").confidence()).isEqualTo(PairScore.ONE);
    }

    /** Twenty places, forty applicants: whoever says less must not get more, however little is left out. */
    @ParameterizedTest
    @ValueSource(doubles = {1 / 6.0, 1 / 2.0, 5 / 6.0})
    void doesNotRewardEmptyProfiles(double kept) {
        var before = 0;
        var after = 0;
        for (var seed = 1; seed <= 40; seed++) {
            var generator = new GeneratedRound(seed);
            var full = generator.twoSides(20, 40);
            var emptied = new ArrayList<>(full);
            for (var i = 20; i < 60; i += 2) {
                emptied.set(i, generator.emptied(full.get(i), kept));
            }
            before += placesOfEven(full);
            after += placesOfEven(emptied);
        }

        assertThat(after).isLessThan(before);
        assertThat(before).as("about half of 800 places").isBetween(350, 450);
    }

    /** How many of the twenty places the applicants with even numbers get, the best pairs first. */
    private static int placesOfEven(List<Profile> profiles) {
        var scorer = Scorer.of(profiles).build();
        record Pair(int a, int b, int score) {}
        var pairs = new ArrayList<Pair>();
        for (var a : scorer.on(Side.A)) {
            for (var b : scorer.on(Side.B)) {
                pairs.add(new Pair(a, b, scorer.marks(a, b).joint()));
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> -pair.score));
        var taken = new HashSet<Integer>();
        var even = 0;
        for (var pair : pairs) {
            if (!taken.contains(pair.a) && !taken.contains(pair.b)) {
                taken.add(pair.a);
                taken.add(pair.b);
                even += pair.b % 2 == 0 ? 1 : 0;
            }
        }
        return even;
    }
}
