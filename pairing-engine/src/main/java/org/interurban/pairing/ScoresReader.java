package org.interurban.pairing;

import java.util.Arrays;
import tools.jackson.core.JsonToken;

/** Reads the scores of all allowed pairs, in the certificate or beside it, into a claim. */
final class ScoresReader {

    private final StrictJson json;
    private final Claim claim;

    /** First, second, score, benefit of the first, benefit of the second, by pair. */
    private final long[][] columns = new long[5][1024];

    private int size;

    private ScoresReader(StrictJson json, Claim claim) {
        this.json = json;
        this.claim = claim;
    }

    /** Reads a value whose first token is current. */
    static void read(StrictJson json, Claim claim) {
        new ScoresReader(json, claim).read();
    }

    private void read() {
        json.current(JsonToken.START_OBJECT);
        json.name("benefits");
        var benefits = json.parser().nextToken() == JsonToken.VALUE_TRUE;
        json.require(benefits || json.parser().currentToken() == JsonToken.VALUE_FALSE, "Expected true or false");
        json.name("rows");
        json.array(() -> readRow(benefits));
        json.expect(JsonToken.END_OBJECT);
        claim.first =
                Arrays.stream(columns[0], 0, size).mapToInt(Math::toIntExact).toArray();
        claim.second =
                Arrays.stream(columns[1], 0, size).mapToInt(Math::toIntExact).toArray();
        claim.score = Arrays.copyOf(columns[2], size);
        claim.benefitFirst = Arrays.copyOf(columns[3], size);
        claim.benefitSecond = Arrays.copyOf(columns[4], size);
        claim.indexPairs();
    }

    private void readRow(boolean benefits) {
        json.current(JsonToken.START_ARRAY);
        var row = json.number();
        var partner = row;
        while (json.parser().nextToken() != JsonToken.END_ARRAY) {
            if (size == columns[0].length) {
                Arrays.setAll(columns, i -> Arrays.copyOf(columns[i], 2 * size));
            }
            json.current(JsonToken.VALUE_NUMBER_INT);
            partner = Math.addExact(partner, json.parser().getLongValue());
            columns[0][size] = row;
            columns[1][size] = partner;
            columns[2][size] = json.number();
            columns[3][size] = benefits ? json.number() : columns[2][size];
            columns[4][size] = benefits ? json.number() : columns[2][size];
            checkPair(size++);
        }
    }

    private void checkPair(int pair) {
        var first = columns[0][pair];
        var second = columns[1][pair];
        if (first < 0 || second <= first || second >= claim.participants.size()) {
            throw json.fault("%d and %d are not two participants in order".formatted(first, second));
        }
        if (pair > 0
                && (columns[0][pair - 1] > first || columns[0][pair - 1] == first && columns[1][pair - 1] >= second)) {
            throw json.fault("The pairs are not in order");
        }
        if (columns[2][pair] < 0 || columns[3][pair] < 0 || columns[4][pair] < 0) {
            throw json.fault("A score is negative");
        }
    }
}
