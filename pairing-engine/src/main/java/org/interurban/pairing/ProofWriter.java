package org.interurban.pairing;

import java.io.IOException;

/** Writes the proof of a certificate. */
final class ProofWriter {

    private final CanonicalJson json;

    ProofWriter(CanonicalJson json) {
        this.json = json;
    }

    void write(Proof proof) throws IOException {
        switch (proof) {
            case Proof.Prices prices -> {
                json.raw("{").name("kind").string("prices").raw(",\n").name("total");
                write(prices);
                json.raw("}");
            }
            case Proof.FairSteps(var most, var lowest, var higher, var total) -> {
                json.raw("{").name("kind").string("fair").raw(",\n").name("most");
                write(most);
                json.raw(",\n").name("lowest").number(lowest).raw(",\n").name("higher");
                write(higher);
                json.raw(",\n").name("total");
                write(total);
                json.raw("}");
            }
            case Proof.Kept(var kept, var total) -> {
                json.raw("{").name("kind").string("kept").raw(",\n").name("kept");
                write(kept);
                json.raw(",\n").name("total");
                write(total);
                json.raw("}");
            }
            case Proof.NoneBlocks _ ->
                json.raw("{").name("kind").string("none blocks").raw("}");
            case Proof.OddSets(var scale, var nodes, var sets) -> {
                json.raw("{")
                        .name("kind")
                        .string("odd sets")
                        .raw(",\n")
                        .name("scale")
                        .number(scale);
                json.raw(",\n").name("nodes");
                write(nodes);
                json.raw(",\n").name("sets").raw("[");
                var separator = "\n[";
                for (var set : sets) {
                    json.raw(separator).number(set.price());
                    for (var member : set.members()) {
                        json.raw(",").number(member);
                    }
                    json.raw("]");
                    separator = ",\n[";
                }
                json.raw("]}");
            }
            case Proof.Bound(var halves, var pairs, var paid, var bound) -> {
                json.raw("{")
                        .name("kind")
                        .string("bound")
                        .raw(",\n")
                        .name("bound")
                        .number(bound);
                json.raw(",\n").name("halves");
                write(halves);
                json.raw(",\n").name("pairs").number(pairs);
                json.raw(",\n").name("paid").number(paid);
                json.raw("}");
            }
        }
    }

    private void write(Proof.Prices prices) throws IOException {
        json.raw("{").name("participants");
        write(prices.participants());
        json.raw(",\n").name("limits").raw("[");
        var separator = "";
        for (var limit : prices.limits()) {
            json.raw(separator).raw("[").number(limit.limit()).raw(",").number(limit.participant());
            json.raw(",").number(limit.price()).raw("]");
            separator = ",";
        }
        json.raw("],\n").name("pairs").number(prices.pairs());
        json.raw(",\n").name("paid").number(prices.paid()).raw("}");
    }

    private void write(long[] numbers) throws IOException {
        json.raw("[");
        for (var i = 0; i < numbers.length; i++) {
            json.raw(i == 0 ? "\n" : ",\n").number(numbers[i]);
        }
        json.raw("]");
    }
}
