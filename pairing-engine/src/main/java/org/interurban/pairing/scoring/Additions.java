package org.interurban.pairing.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.pairing.Answer;
import org.interurban.pairing.Candidates;
import org.interurban.pairing.Engine;
import org.interurban.pairing.Objective;
import org.interurban.pairing.Outcome;
import org.interurban.pairing.Problem;
import org.interurban.pairing.Regrets;

/**
 * What a city could offer or seek to get a partner that it does not have.
 *
 * <p>Tried are what the wanted partner seeks, as offers, and what it offers, as seeks, one line and then two. A line of the city changes
 * its score with others too, and the cautious values of the whole round; so the round is scored and solved anew with each addition, and
 * only what then makes the pair part of a best answer is listed.
 */
public final class Additions {

    /** Solving again this often answers in good time even for the largest rounds of the workbench. */
    public static final int MOST_TRIED = 60;

    /** Lines that make the pair part of a best answer, and its score with them. */
    public record Addition(List<Offer> offers, List<Seek> seeks, long score, boolean onlyAsGood) {
        public Addition {
            offers = List.copyOf(offers);
            seeks = List.copyOf(seeks);
        }
    }

    /** What can be said to the city. */
    public sealed interface Advice {

        /** The two are partners in the best answer. */
        record Partners() implements Advice {}

        /** The pair is not allowed, or the other rules leave it no place, whatever it scores. */
        record Barred() implements Advice {}

        /** No addition can be judged, since the round has no exact answer. */
        record NotKnown() implements Advice {}

        /**
         * The smallest additions that were found, the smallest first.
         *
         * @param regret what choosing the pair costs the whole today; empty unless the objective is the largest total
         */
        record Smallest(long score, OptionalLong regret, List<Addition> additions) implements Advice {}

        /**
         * Neither one line nor two would do.
         *
         * @param mostGained the largest rise of the pair's score by two lines
         * @param tried with how many additions the round was solved again; the others do not raise the score by the regret
         */
        record None(long score, OptionalLong regret, long mostGained, int tried) implements Advice {}
    }

    /** One line, an offer or a seek, that a city could add. */
    private sealed interface Addable {
        record Offered(Offer offer) implements Addable {}

        record Sought(Seek seek) implements Addable {}
    }

    private final Scorer scorer;
    private final Problem problem;
    private final String city;
    private final String partner;
    private final long score;
    private OptionalLong regret = OptionalLong.empty();
    private long mostGained;
    private int tried;

    private Additions(Scorer scorer, Problem problem, String city, String partner) {
        this.scorer = scorer;
        this.problem = problem;
        this.city = city;
        this.partner = partner;
        this.score = score(scorer);
    }

    /**
     * @param scorer what the scores of the problem were computed by
     * @param problem the round as it was solved, locks and limits included
     */
    public static Advice of(Scorer scorer, Problem problem, String city, String partner) {
        return new Additions(scorer, problem, city, partner).advice();
    }

    private Advice advice() {
        if (!(Engine.solve(problem) instanceof Outcome.Solved solved) || !Regrets.canBeFound(solved)) {
            return new Advice.NotKnown();
        }
        if (areIn(solved.answer())) {
            return new Advice.Partners();
        }
        var cost = Regrets.of(problem, solved).of(city, partner);
        if (cost.isEmpty() || cost.getAsLong() == Regrets.IMPOSSIBLE) {
            return new Advice.Barred();
        }
        if (problem.objective() instanceof Objective.Total) {
            regret = cost;
        }
        var found = new ArrayList<Addition>();
        for (var topic : topics()) {
            topic.stream()
                    .flatMap(line -> verified(List.of(line)).stream())
                    .findFirst()
                    .ifPresent(found::add);
        }
        if (found.isEmpty()) {
            found.addAll(ofTwoLines());
        }
        if (found.isEmpty()) {
            return new Advice.None(score, regret, mostGained, tried);
        }
        found.sort(Comparator.comparingInt(Additions::size).thenComparing(Addition::onlyAsGood));
        return new Advice.Smallest(score, regret, found);
    }

    private List<Addition> ofTwoLines() {
        var topics = topics();
        var found = new ArrayList<Addition>();
        for (var one = 0; one < topics.size(); one++) {
            for (var other = one + 1; other < topics.size(); other++) {
                var first = topics.get(one);
                var second = topics.get(other);
                // by the sum of the levels, so that the first that will do is the smallest
                IntStream.range(0, first.size() + second.size() - 1)
                        .boxed()
                        .flatMap(sum -> IntStream.rangeClosed(0, sum)
                                .filter(level -> level < first.size() && sum - level < second.size())
                                .mapToObj(level -> List.of(first.get(level), second.get(sum - level))))
                        .flatMap(lines -> verified(lines).stream())
                        .findFirst()
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** For each topic that the city could add, the line at each level, the lowest first. */
    private List<List<Addable>> topics() {
        var own = scorer.profile(city);
        var offered = new HashSet<String>();
        var sought = new HashSet<String>();
        own.seeks().forEach(seek -> sought.add(name(seek.topic())));
        var offers = scorer.profile(partner).seeks().stream()
                .map(Seek::topic)
                .filter(topic -> offered.add(name(topic)))
                .map(topic -> IntStream.rangeClosed(best(own, topic) + 1, Offer.HIGHEST)
                        .mapToObj(level -> (Addable) new Addable.Offered(Offer.of(topic, level)))
                        .toList());
        var seeks = scorer.profile(partner).offers().stream()
                .map(Offer::topic)
                .filter(topic -> sought.add(name(topic)))
                .map(topic -> IntStream.rangeClosed(Seek.LOWEST, Seek.HIGHEST)
                        .mapToObj(priority -> (Addable) new Addable.Sought(Seek.of(topic, priority)))
                        .toList());
        return Stream.concat(offers, seeks).filter(lines -> !lines.isEmpty()).toList();
    }

    private String name(String topic) {
        return scorer.topics().find(topic).map(Topic::code).orElse(topic);
    }

    /** The level at which the city offers a topic already, or 0. */
    private int best(Profile own, String topic) {
        return own.offers().stream()
                .filter(offer -> name(offer.topic()).equals(name(topic)))
                .mapToInt(Offer::level)
                .max()
                .orElse(0);
    }

    private Optional<Addition> verified(List<Addable> lines) {
        var offers = new ArrayList<Offer>();
        var seeks = new ArrayList<Seek>();
        for (var line : lines) {
            switch (line) {
                case Addable.Offered(var offer) -> offers.add(offer);
                case Addable.Sought(var seek) -> seeks.add(seek);
            }
        }
        var own = scorer.profile(city);
        var profile = own.withLines(joined(own.offers(), offers), joined(own.seeks(), seeks));
        var gained = scorer.joint(profile, partner) - score;
        mostGained = Math.max(mostGained, gained);
        if (gained < regret.orElse(1) || tried == MOST_TRIED) {
            return Optional.empty();
        }
        tried++;
        var changed = scorer.with(profile);
        var anew = scoredBy(changed);
        if (!(Engine.solve(anew) instanceof Outcome.Solved solved) || !Regrets.canBeFound(solved)) {
            return Optional.empty();
        }
        var chosen = areIn(solved.answer());
        return chosen
                        || (regret.isPresent()
                                && Regrets.of(anew, solved).of(city, partner).orElse(1) == 0)
                ? Optional.of(new Addition(offers, seeks, score(changed), !chosen))
                : Optional.empty();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** The problem with the same pairs at their new scores. */
    private Problem scoredBy(Scorer changed) {
        var participants = problem.participants();
        var before = problem.candidates();
        var places = participants.stream()
                .mapToInt(participant -> changed.position(participant.id()))
                .toArray();
        var candidates = Candidates.among(participants.size());
        for (var row = 0; row < participants.size(); row++) {
            for (var pair = before.rowStart(row); pair < before.rowStart(row + 1); pair++) {
                var one = row;
                var other = before.partner(pair);
                var marks = changed.marks(places[one], places[other]);
                var inOrder = changed.isBefore(places[one], places[other]);
                candidates.add(
                        one,
                        other,
                        marks.joint(),
                        inOrder ? marks.benefitOfA() : marks.benefitOfB(),
                        inOrder ? marks.benefitOfB() : marks.benefitOfA());
            }
        }
        return new Problem(
                problem.form(),
                problem.objective(),
                participants,
                candidates.build(),
                problem.locks(),
                problem.limits(),
                problem.seed());
    }

    private long score(Scorer by) {
        return by.marks(by.position(city), by.position(partner)).joint();
    }

    private boolean areIn(Answer answer) {
        return answer.pairs().stream()
                .anyMatch(pair -> (pair.a().equals(city) && pair.b().equals(partner))
                        || (pair.a().equals(partner) && pair.b().equals(city)));
    }

    private static int size(Addition addition) {
        return addition.offers().stream().mapToInt(Offer::level).sum()
                + addition.seeks().stream().mapToInt(Seek::priority).sum();
    }
}
