package org.interurban.pairing.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Form;
import org.interurban.pairing.Lock;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Participant;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Side;
import org.junit.jupiter.api.Test;

class AdditionsTests {

    private static Profile city(String id, Side side, List<Offer> offers, List<Seek> seeks) {
        return Profile.empty(Participant.single(id, side), id).withLines(offers, seeks);
    }

    /** Taichung seeks housing and finds most of it in Prato; Gent offers what nobody seeks. */
    private static List<Profile> round() {
        return List.of(
                city("prato", Side.A, List.of(Offer.of("housing", 2)), List.of(Seek.of("noise", 2))),
                city("gent", Side.A, List.of(Offer.of("tourism", 2)), List.of(Seek.of("noise", 2))),
                city("taichung", Side.B, List.of(Offer.of("noise", 2)), List.of(Seek.of("housing", 3))));
    }

    private static Scorer scorer(List<Profile> profiles) {
        return Scorer.of(profiles).build();
    }

    private static Problem problem(Scorer scorer, Lock... locks) {
        var builder = Problem.builder(1);
        for (var i = 0; i < scorer.size(); i++) {
            builder.participant(scorer.profile(i).participant());
        }
        for (var a : scorer.on(Side.A)) {
            for (var b : scorer.on(Side.B)) {
                var marks = scorer.marks(a, b);
                builder.pair(
                        scorer.profile(a).id(),
                        scorer.profile(b).id(),
                        marks.joint(),
                        marks.benefitOfA(),
                        marks.benefitOfB());
            }
        }
        for (var lock : locks) {
            builder.lock(lock);
        }
        return builder.build();
    }

    private static Additions.Advice advice(List<Profile> profiles, String city, String partner, Lock... locks) {
        var scorer = scorer(profiles);
        return Additions.of(scorer, problem(scorer, locks), city, partner);
    }

    private static List<Answer.Pair> pairs(List<Profile> profiles) {
        return ((Outcome.Solved) Engine.solve(problem(scorer(profiles))))
                .answer()
                .pairs();
    }

    @Test
    void nameTheLowestLevelAtWhichAnOfferWinsThePartner() {
        var advice = (Additions.Advice.Smallest) advice(round(), "gent", "taichung");

        assertThat(advice.regret().orElseThrow()).isPositive();
        assertThat(advice.additions()).first().satisfies(addition -> {
            assertThat(addition.offers()).containsExactly(Offer.of("housing", 2));
            assertThat(addition.seeks()).isEmpty();
        });
    }

    @Test
    void makeThePairPartOfABestAnswerWhenTheRoundIsScoredAnew() {
        var seen = 0;
        for (var seed = 1; seed <= 30; seed++) {
            var profiles = new GeneratedRound(seed).twoSides(5, 4);
            if (!(advice(profiles, "a0", "b0") instanceof Additions.Advice.Smallest smallest)) {
                continue;
            }
            for (var addition : smallest.additions()) {
                var own = profiles.getFirst();
                var changed = new ArrayList<>(profiles);
                var offers = new ArrayList<>(own.offers());
                offers.addAll(addition.offers());
                var seeks = new ArrayList<>(own.seeks());
                seeks.addAll(addition.seeks());
                changed.set(0, own.withLines(offers, seeks));

                assertThat(pairs(changed).stream()
                                .anyMatch(pair ->
                                        pair.a().equals("a0") && pair.b().equals("b0")))
                        .isEqualTo(!addition.onlyAsGood());
                assertThat(scorer(changed).score("a0", "b0").joint()).isEqualTo((int) addition.score());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(10);
    }

    @Test
    void areNoneWhereNothingTheCityAddsWouldDo() {
        var mutual = new ArrayList<>(round());
        mutual.set(0, mutual.get(0).with(new Ties(List.of("taichung"), Set.of(), Set.of(), null)));
        mutual.set(2, mutual.get(2).with(new Ties(List.of("prato"), Set.of(), Set.of(), null)));
        mutual.set(
                0,
                mutual.get(0)
                        .withLines(
                                List.of(Offer.of("housing", 3)), mutual.get(0).seeks()));

        var none = (Additions.Advice.None) advice(mutual, "gent", "taichung");

        assertThat(none.mostGained()).isPositive().isLessThan(none.regret().orElseThrow());
        assertThat(none.tried()).isZero();
    }

    @Test
    void areNotSoughtForPartnersOrForWhatTheRulesBar() {
        assertThat(advice(round(), "prato", "taichung")).isEqualTo(new Additions.Advice.Partners());
        assertThat(advice(round(), "gent", "taichung", new Lock.MustNot("gent", "taichung", "conflict", "Lee")))
                .isEqualTo(new Additions.Advice.Barred());
        assertThat(advice(round(), "gent", "prato")).isEqualTo(new Additions.Advice.Barred());
    }

    @Test
    void areJudgedByTheAnswerAloneWhereTheSumDoesNotDecide() {
        var scorer = scorer(round());
        var stable = problem(scorer).withObjective(new Objective.Stable(Side.B));

        assertThat(Additions.of(scorer, stable, "gent", "taichung"))
                .isInstanceOfSatisfying(Additions.Advice.Smallest.class, smallest -> {
                    assertThat(smallest.regret()).isEmpty();
                    assertThat(smallest.additions()).noneMatch(Additions.Addition::onlyAsGood);
                });
    }

    @Test
    void areNotKnownWhereOnlyABoundProvesTheAnswer() {
        var scorer = scorer(List.of(
                city("prato", Side.POOL, List.of(Offer.of("housing", 2)), List.of()),
                city("gent", Side.POOL, List.of(Offer.of("tourism", 2)), List.of()),
                city("taichung", Side.POOL, List.of(), List.of(Seek.of("housing", 3)))));
        var builder = Problem.builder(1).form(new Form.Clusters(3));
        for (var one = 0; one < scorer.size(); one++) {
            builder.participant(scorer.profile(one).participant());
            for (var other = 0; other < one; other++) {
                builder.pair(
                        scorer.profile(other).id(),
                        scorer.profile(one).id(),
                        scorer.marks(other, one).joint());
            }
        }
        var problem = builder.build();

        assertThat(Engine.solve(problem)).isInstanceOf(Outcome.Solved.class);
        assertThat(Additions.of(scorer, problem, "gent", "taichung")).isInstanceOf(Additions.Advice.NotKnown.class);
    }
}
