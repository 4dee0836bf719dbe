package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AuctionTests {

    private static final int SIZE = 60;

    @Test
    void endsWithPricesThatFitWhatIsSold() {
        SmallRounds.seeds(200).forEach(random -> {
            var network = network(random, random.nextInt(1, 1_000), random.nextInt(1, SIZE + 1));

            fits(new Auction(network).scaled());
            fits(new Auction(network).exact());
        });
    }

    private static void fits(Flow flow) {
        var network = flow.network;
        for (var row = 0; row < network.rows; row++) {
            assertThat(flow.price[row]).isNotNegative();
            for (var edge = network.start[row]; edge < network.start[row + 1]; edge++) {
                var gain = flow.gain(row, edge);
                assertThat(gain).isNotPositive();
                assertThat(gain == 0 || !flow.isChosen(edge)).isTrue();
            }
        }
        for (var node = 0; node < network.hub; node++) {
            assertThat(flow.units[node]).isBetween(0, network.upper[node]);
            assertThat(flow.premium(node) <= 0 || flow.units[node] == network.upper[node])
                    .isTrue();
        }
    }

    @Test
    void leavesNoDebtsWithoutALeastRaise() {
        SmallRounds.seeds(200).forEach(random -> {
            var flow = new Auction(network(random, 1_000, random.nextInt(1, SIZE + 1))).exact();

            for (var column = flow.network.rows; column < flow.network.hub; column++) {
                assertThat(flow.excess[column]).isZero();
            }
            assertThat(unserved(flow)).isLessThan(SIZE);
        });
    }

    @Test
    void findsNearlyTheBestPricesWhereRowsCompeteForTheSameColumns() {
        SmallRounds.seeds(40).forEach(random -> {
            var problem = contested(random);
            var best = ((Outcome.Solved) Engine.solve(problem)).answer().objective();

            var prices =
                    LongStream.of(new Auction(network(problem)).scaled().price).sum();

            assertThat(prices).isBetween(best, best + best / 1_000);
        });
    }

    private static int unserved(Flow flow) {
        var unserved = 0;
        for (var row = 0; row < flow.network.rows; row++) {
            unserved += flow.excess[row];
        }
        return unserved;
    }

    @Test
    void raisesPricesByMultiplesOfWhatDividesAllScores() {
        SmallRounds.seeds(40).forEach(random -> {
            var network = network(random, 7, 12, 1_001);

            for (var price : new Auction(network).scaled().price) {
                assertThat(price % 1_001).isZero();
            }
        });
    }

    @Test
    void sellsNoColumnWithoutRoom() {
        var problem = Problem.builder(1)
                .participant(Participant.single("Lyon", Side.A))
                .participant(new Participant("Gent", Side.A, 0, 0))
                .participant(Participant.single("Kyoto", Side.B))
                .participant(new Participant("Busan", Side.B, 0, 0))
                .pair("Lyon", "Kyoto", 5)
                .pair("Lyon", "Busan", 9)
                .pair("Gent", "Kyoto", 8)
                .build();

        var flow = new Auction(network(problem)).exact();

        fits(flow);
        assertThat(flow.chosenCandidates()).hasSize(1);
        assertThat(flow.isBalanced()).isTrue();
    }

    private static Network network(SplittableRandom random, int scores, int density) {
        return network(random, scores, density, 1);
    }

    private static Network network(SplittableRandom random, int scores, int density, int unit) {
        var builder = round();
        for (var a = 0; a < SIZE; a++) {
            for (var b = 0; b < SIZE; b++) {
                if (random.nextInt(SIZE) < density) {
                    builder.pair("a" + a, "b" + b, (long) unit * random.nextInt(scores));
                }
            }
        }
        return network(builder.build());
    }

    /** All think alike of who is best, but for a little. */
    private static Problem contested(SplittableRandom random) {
        var builder = round();
        for (var b = 0; b < SIZE; b++) {
            var liked = random.nextInt(1_000_000);
            for (var a = 0; a < SIZE; a++) {
                builder.pair("a" + a, "b" + b, liked + random.nextInt(100_000));
            }
        }
        return builder.build();
    }

    private static Problem.Builder round() {
        var builder = Problem.builder(1);
        for (var i = 0; i < SIZE; i++) {
            builder.participant(Participant.single("a" + i, Side.A));
            builder.participant(Participant.single("b" + i, Side.B));
        }
        return builder;
    }

    private static Network network(Problem problem) {
        return new Wiring(problem, new Decisions(problem), new Nesting(problem), Wiring.ALL, 0)
                .network(problem.candidates().scores());
    }
}
