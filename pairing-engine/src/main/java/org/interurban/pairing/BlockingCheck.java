package org.interurban.pairing;

import java.util.Arrays;

/** Looks for two participants that would both rather have each other than what a stable answer gave them. */
final class BlockingCheck {

    private final Claim claim;
    private final AnswerCheck answer;

    BlockingCheck(Claim claim, AnswerCheck answer) {
        this.claim = claim;
        this.answer = answer;
    }

    /**
     * A participant with room takes any partner; a full one takes a partner from whom it gains more than from its worst one. Partners
     * that were given by a lock cannot be left.
     */
    void run() {
        var worst = new long[claim.participants.size()];
        Arrays.fill(worst, Long.MAX_VALUE);
        answer.chosen.stream().filter(pair -> !answer.must.get(pair)).forEach(pair -> {
            worst[claim.first[pair]] = Math.min(worst[claim.first[pair]], ofFirst(pair));
            worst[claim.second[pair]] = Math.min(worst[claim.second[pair]], ofSecond(pair));
        });
        for (var i = 0; i < worst.length; i++) {
            if (answer.partners[i] < claim.participants.get(i).max()) {
                worst[i] = -1;
            }
        }
        for (var pair = 0; pair < claim.first.length; pair++) {
            if (!answer.chosen.get(pair)
                    && !answer.mustNot.get(pair)
                    && ofFirst(pair) > worst[claim.first[pair]]
                    && ofSecond(pair) > worst[claim.second[pair]]) {
                throw AnswerCheck.fault(
                        "the answer",
                        "%s and %s would both rather have each other"
                                .formatted(
                                        claim.participants
                                                .get(claim.first[pair])
                                                .id(),
                                        claim.participants
                                                .get(claim.second[pair])
                                                .id()));
            }
        }
    }

    private long ofFirst(int pair) {
        return claim.benefitFirst[pair] + answer.worth[pair] - claim.score[pair];
    }

    private long ofSecond(int pair) {
        return claim.benefitSecond[pair] + answer.worth[pair] - claim.score[pair];
    }
}
