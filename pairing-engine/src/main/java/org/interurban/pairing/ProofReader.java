package org.interurban.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import tools.jackson.core.JsonToken;

/** Reads the proof of a certificate, of whatever kind. */
final class ProofReader {

    private final StrictJson json;
    private final Claim claim;

    /** @param claim what was read of the certificate before the proof */
    ProofReader(StrictJson json, Claim claim) {
        this.json = json;
        this.claim = claim;
    }

    /** Reads a value whose first token is current. */
    Claim.Evidence read() {
        json.current(JsonToken.START_OBJECT);
        json.name("kind");
        var kind = json.text();
        var prices = new ArrayList<Claim.PriceList>();
        var number = 0L;
        var pairs = 0L;
        var paid = 0L;
        var participants = new long[0];
        var sets = new ArrayList<Claim.PricedSet>();
        switch (kind) {
            case "prices" -> {
                json.name("total");
                prices.add(priceList());
            }
            case "fair" -> {
                json.name("most");
                prices.add(priceList());
                json.name("lowest");
                number = json.number();
                json.name("higher");
                prices.add(priceList());
                json.name("total");
                prices.add(priceList());
            }
            case "kept" -> {
                json.name("kept");
                prices.add(priceList());
                json.name("total");
                prices.add(priceList());
            }
            case "none blocks" -> {}
            case "odd sets" -> {
                json.name("scale");
                number = json.number();
                json.name("nodes");
                participants = json.nextNumbers();
                json.name("sets");
                json.array(() -> {
                    var members = json.numbers();
                    if (members.length == 0) {
                        throw json.fault("A set has a price");
                    }
                    sets.add(new Claim.PricedSet(
                            Arrays.stream(members, 1, members.length)
                                    .mapToInt(Math::toIntExact)
                                    .toArray(),
                            members[0]));
                });
            }
            case "bound" -> {
                json.name("bound");
                number = json.number();
                json.name("halves");
                participants = json.nextNumbers();
                json.name("pairs");
                pairs = json.number();
                json.name("paid");
                paid = json.number();
            }
            default -> throw json.fault("There is no proof of the kind \"%s\"".formatted(kind));
        }
        json.expect(JsonToken.END_OBJECT);
        return new Claim.Evidence(kind, prices, number, pairs, paid, participants, sets);
    }

    private Claim.PriceList priceList() {
        json.expect(JsonToken.START_OBJECT);
        json.name("participants");
        var participants = json.nextNumbers();
        if (participants.length != claim.participants.size()) {
            throw json.fault("There are %d prices for %d participants"
                    .formatted(participants.length, claim.participants.size()));
        }
        json.name("limits");
        var limits = new ArrayList<Claim.LimitPrice>();
        json.array(() -> {
            json.current(JsonToken.START_ARRAY);
            var limit = json.number();
            var participant = json.number();
            if (limit < 0
                    || limit >= claim.limits.size()
                    || participant < -1
                    || participant >= claim.participants.size()) {
                throw json.fault("There is no such limit");
            }
            limits.add(new Claim.LimitPrice((int) limit, (int) participant, json.number()));
            json.expect(JsonToken.END_ARRAY);
        });
        json.name("pairs");
        var pairs = json.number();
        json.name("paid");
        var paid = json.number();
        json.expect(JsonToken.END_OBJECT);
        return new Claim.PriceList(participants, limits, pairs, paid);
    }
}
