package org.interurban.pairing.files;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interurban.pairing.Side;
import org.interurban.pairing.scoring.Offer;
import org.interurban.pairing.scoring.PairScore;
import org.interurban.pairing.scoring.Profile;
import org.interurban.pairing.scoring.Seek;
import org.interurban.pairing.scoring.Topics;
import org.jspecify.annotations.Nullable;

/** The files that describe a round; all but the participants may be missing. */
public record RoundFiles(
        Path participants,
        @Nullable Path offers,
        @Nullable Path seeks,
        @Nullable Path topics,
        @Nullable Path scores,
        @Nullable Path rules) {

    /** A preferred pair gains a twentieth of the best score that can be, where its lock does not say. */
    private static final long PREFERENCE = 20;

    /** A round as its files describe it. */
    public record Round(List<Profile> profiles, Topics topics, Optional<List<GivenScore>> scores, Rules rules) {

        /** The same round with these scores, whether it had any or not. */
        public Round withScores(List<GivenScore> others) {
            return new Round(profiles, topics, Optional.of(others), rules);
        }
    }

    /** Reads scores that were stored with a run of this round. */
    public static List<GivenScore> readScores(Path file, Round round, Findings findings) {
        var participants = new LinkedHashMap<String, Profile>();
        round.profiles().forEach(profile -> participants.put(profile.id(), profile));
        return ScoresFile.read(file, new Participants(participants, Names.of(round.profiles())), findings);
    }

    private static void noteMissingSide(Collection<Profile> profiles, Findings findings) {
        var sides = profiles.stream()
                .map(profile -> profile.participant().side())
                .distinct()
                .toList();
        if (sides.size() == 1 && sides.getFirst() != Side.POOL) {
            findings.note("all participants stand on side %s, so that nobody has a partner to be paired with"
                    .formatted(sides.getFirst()));
        }
    }

    /** Reads all files to their ends; the round is present when none had a fault. */
    public Optional<Round> read(Findings findings) {
        var known = ParticipantsFile.read(participants, findings);
        var profiles = known.profiles();
        if (profiles.isEmpty() && findings.clean()) {
            findings.fault(
                    new Fault(participants.getFileName().toString(), 0, "", "expected participants, found none"));
        }
        var tree = topics == null
                ? Topics.shipped()
                : TopicsFile.read(topics, findings).orElse(Topics.shipped());
        var offered = offers == null ? Map.<String, List<Offer>>of() : LinesFile.offers(offers, known, tree, findings);
        var sought = seeks == null ? Map.<String, List<Seek>>of() : LinesFile.seeks(seeks, known, tree, findings);
        var complete = new LinkedHashMap<String, Profile>();
        profiles.forEach((id, profile) -> complete.put(
                id, profile.withLines(offered.getOrDefault(id, List.of()), sought.getOrDefault(id, List.of()))));
        var given = scores == null
                ? Optional.<List<GivenScore>>empty()
                : Optional.of(ScoresFile.read(scores, known, findings));
        var best = given.map(
                        list -> list.stream().mapToLong(GivenScore::score).max().orElse(0))
                .orElse((long) PairScore.ONE);
        var decided = rules == null
                ? Rules.usual(RulesFile.pairs(complete))
                : RulesFile.read(rules, known, best / PREFERENCE, findings);
        if (findings.clean()) {
            noteMissingSide(profiles.values(), findings);
        }
        return findings.clean()
                ? Optional.of(new Round(List.copyOf(complete.values()), tree, given, decided))
                : Optional.empty();
    }
}
