package org.interurban.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything an answer is computed from: who may be paired with whom, at what score, and under which rules.
 *
 * <p>Participants of side A come before those of side B. Between equally good answers the order of the participants decides;
 * {@link #builder} draws that order from the seed.
 */
public record Problem(
        Form form,
        Objective objective,
        List<Participant> participants,
        Candidates candidates,
        List<Lock> locks,
        List<Limit> limits,
        long seed) {

    /** A sum of scores stays below this, so that no step of any method overflows. */
    static final long LARGEST_SUM = Long.MAX_VALUE / 64;

    public Problem {
        participants = List.copyOf(participants);
        locks = List.copyOf(locks);
        limits = List.copyOf(limits);
        var faults = new Faults(form, objective, participants, candidates, locks, limits).found();
        if (!faults.isEmpty()) {
            throw new InvalidProblemException(faults);
        }
    }

    public static Builder builder(long seed) {
        return new Builder(seed);
    }

    /** Participants in the order drawn from the seed, for callers that fill {@link Candidates} by position themselves. */
    public static List<Participant> drawn(List<Participant> participants, long seed) {
        return Draw.ordered(participants, seed);
    }

    public Problem withObjective(Objective other) {
        return new Problem(form, other, participants, candidates, locks, limits, seed);
    }

    public Problem withLocks(List<Lock> others) {
        return new Problem(form, objective, participants, candidates, others, limits, seed);
    }

    public Problem withLimits(List<Limit> others) {
        return new Problem(form, objective, participants, candidates, locks, others, seed);
    }

    public Problem withParticipants(List<Participant> others) {
        return new Problem(form, objective, others, candidates, locks, limits, seed);
    }

    Problem withCandidates(Candidates others) {
        return new Problem(form, objective, participants, others, locks, limits, seed);
    }

    /** How many participants stand on side A; in one pool none does. */
    int sizeOfA() {
        var low = 0;
        var high = participants.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (participants.get(middle).side() == Side.A) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Positions by id. */
    Map<String, Integer> positions() {
        var positions = HashMap.<String, Integer>newHashMap(participants.size());
        for (var i = 0; i < participants.size(); i++) {
            positions.put(participants.get(i).id(), i);
        }
        return positions;
    }

    /** Finds everything that is wrong with a problem. */
    private record Faults(
            Form form,
            Objective objective,
            List<Participant> participants,
            Candidates candidates,
            List<Lock> locks,
            List<Limit> limits) {

        List<String> found() {
            var faults = new ArrayList<String>();
            var ids = participants(faults);
            candidates(faults);
            locks(faults, ids);
            agreed(faults, ids);
            limits(faults, ids);
            return faults;
        }

        private Set<String> participants(List<String> faults) {
            var ids = HashSet.<String>newHashSet(participants.size());
            var before = Side.A;
            for (var participant : participants) {
                if (!ids.add(participant.id())) {
                    faults.add("The participant %s stands twice".formatted(participant.id()));
                }
                if ((participant.side() == Side.POOL) == (form instanceof Form.TwoSides)) {
                    faults.add("%s stands on the wrong side for this form: %s"
                            .formatted(participant.id(), participant.side()));
                }
                if (participant.side().compareTo(before) < 0) {
                    faults.add("%s of side A stands after side B".formatted(participant.id()));
                }
                before = participant.side();
            }
            return ids;
        }

        private void candidates(List<String> faults) {
            if (candidates.participants() != participants.size()) {
                faults.add("The pairs are among %d participants, but there are %d"
                        .formatted(candidates.participants(), participants.size()));
                return;
            }
            if (form instanceof Form.TwoSides) {
                sides(faults);
            }
            var largest = saturatedSum(scores(faults), largestBonus());
            // a pool is also looked at as two sides, with everyone on both
            var places = (form instanceof Form.TwoSides ? 4L : 8L) * participants.size() + 4;
            if (largest > LARGEST_SUM / places) {
                faults.add("Scores up to %d are too large to be added up exactly for %d participants: at most %d"
                        .formatted(largest, participants.size(), LARGEST_SUM / places));
            }
        }

        /** The largest sum of bonuses that one pair has. */
        private long largestBonus() {
            var bonuses = new HashMap<Set<String>, Long>();
            for (var lock : locks) {
                if (lock instanceof Lock.Prefer prefer && !lock.a().equals(lock.b())) {
                    bonuses.merge(Set.of(lock.a(), lock.b()), prefer.bonus(), Faults::saturatedSum);
                }
            }
            return bonuses.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }

        private void sides(List<String> faults) {
            for (var row = 0; row < participants.size(); row++) {
                var from = candidates.rowStart(row);
                var to = candidates.rowStart(row + 1);
                if (from < to && participants.get(candidates.partner(from)).side() == Side.A) {
                    faults.add("%s stand on the same side".formatted(named(row, from)));
                } else if (from < to && participants.get(row).side() == Side.B) {
                    faults.add("%s stand on the same side".formatted(named(row, to - 1)));
                }
            }
        }

        /** The largest score. */
        private long scores(List<String> faults) {
            var largest = 0L;
            for (var pair = 0; pair < candidates.size(); pair++) {
                var score = candidates.score(pair);
                largest = Math.max(largest, score);
                var lowest = candidates.hasBenefits()
                        ? Math.min(score, Math.min(candidates.benefitFirst(pair), candidates.benefitSecond(pair)))
                        : score;
                if (lowest < 0) {
                    faults.add(
                            "The score of %s is negative: %d".formatted(named(candidates.first(pair), pair), lowest));
                }
            }
            return largest;
        }

        private static long saturatedSum(long one, long other) {
            return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
        }

        private String named(int row, int pair) {
            return participants.get(row).id() + " and "
                    + participants.get(candidates.partner(pair)).id();
        }

        private void locks(List<String> faults, Set<String> ids) {
            for (var lock : locks) {
                for (var id : List.of(lock.a(), lock.b())) {
                    if (!ids.contains(id)) {
                        faults.add("A lock names %s, who does not take part".formatted(id));
                    }
                }
                if (lock.a().equals(lock.b())) {
                    faults.add("A lock pairs %s with itself".formatted(lock.a()));
                }
            }
        }

        private void agreed(List<String> faults, Set<String> ids) {
            if (objective instanceof Objective.Keeping(var pairs)) {
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.a(), pair.b()))
                        .filter(id -> !ids.contains(id))
                        .forEach(id -> faults.add("An agreed pair names %s, who does not take part".formatted(id)));
            }
        }

        private void limits(List<String> faults, Set<String> ids) {
            for (var limit : limits) {
                var groups =
                        switch (limit) {
                            case Limit.PartnersFrom(var name, var of, var among, var most) -> List.of(of, among);
                            case Limit.PairsWith(var name, var members, var most) -> List.of(members);
                            case Limit.PairsBetween(var name, var one, var other, var most) -> List.of(one, other);
                        };
                groups.stream()
                        .flatMap(Set::stream)
                        .filter(id -> !ids.contains(id))
                        .sorted()
                        .forEach(id -> faults.add(
                                "The limit \"%s\" names %s, who does not take part".formatted(limit.name(), id)));
            }
        }
    }

    /** Collects a problem by ids, in any order. */
    public static final class Builder {

        private record Scored(String one, String other, long score, long benefitOne, long benefitOther) {}

        private final long seed;
        private final List<Participant> participants = new ArrayList<>();
        private final List<Scored> pairs = new ArrayList<>();
        private final List<Lock> locks = new ArrayList<>();
        private final List<Limit> limits = new ArrayList<>();
        private Form form = new Form.TwoSides();
        private Objective objective = new Objective.Total();
        private boolean benefits;

        private Builder(long seed) {
            this.seed = seed;
        }

        public Builder form(Form chosen) {
            form = chosen;
            return this;
        }

        public Builder objective(Objective chosen) {
            objective = chosen;
            return this;
        }

        public Builder participant(Participant participant) {
            participants.add(participant);
            return this;
        }

        /** Allows a pair at this score. */
        public Builder pair(String one, String other, long score) {
            pairs.add(new Scored(one, other, score, score, score));
            return this;
        }

        /** Allows a pair at this joint score, with what each of the two gains from it. */
        public Builder pair(String one, String other, long score, long benefitOne, long benefitOther) {
            pairs.add(new Scored(one, other, score, benefitOne, benefitOther));
            benefits = true;
            return this;
        }

        public Builder lock(Lock lock) {
            locks.add(lock);
            return this;
        }

        public Builder limit(Limit limit) {
            limits.add(limit);
            return this;
        }

        /** The problem, or an {@link InvalidProblemException} that names all faults. */
        public Problem build() {
            var drawn = Draw.ordered(participants, seed);
            var positions = HashMap.<String, Integer>newHashMap(drawn.size());
            for (var i = 0; i < drawn.size(); i++) {
                positions.put(drawn.get(i).id(), i);
            }
            var faults = new ArrayList<String>();
            var seen = new HashSet<List<Integer>>();
            var candidates = Candidates.among(drawn.size());
            for (var pair : pairs) {
                var one = positions.get(pair.one);
                var other = positions.get(pair.other);
                if (one == null || other == null) {
                    faults.add(
                            "A pair names %s, who does not take part".formatted(one == null ? pair.one : pair.other));
                } else if (one.equals(other)) {
                    faults.add("A pair names %s twice".formatted(pair.one));
                } else if (!seen.add(List.of(Math.min(one, other), Math.max(one, other)))) {
                    faults.add("The pair of %s and %s stands twice".formatted(pair.one, pair.other));
                } else if (benefits) {
                    candidates.add(one, other, pair.score, pair.benefitOne, pair.benefitOther);
                } else {
                    candidates.add(one, other, pair.score);
                }
            }
            if (!faults.isEmpty()) {
                throw new InvalidProblemException(faults);
            }
            return new Problem(form, objective, drawn, candidates.build(), locks, limits, seed);
        }
    }
}
