package org.interurban.pairing;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a certificate strictly, member by member in their order, and compares the digests on the way. */
final class CertificateReader implements AutoCloseable {

    /** What is wrong with a certificate, and where. */
    static final class Fault extends RuntimeException {
        final String where;
        final String what;

        Fault(String where, String what) {
            super(where + ": " + what, null, false, false);
            this.where = where;
            this.what = what;
        }
    }

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;
    private final JsonParser parser;
    private final StrictJson json;
    private final Claim claim = new Claim();
    private final MessageDigest outside = CanonicalJson.sha256();
    private int digestedTo;
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();

    private CertificateReader(byte[] bytes) {
        this.bytes = bytes;
        this.parser = JSON.createParser(ObjectReadContext.empty(), bytes);
        this.json = new StrictJson(parser, "");
    }

    /**
     * @param scoresBeside the bytes of the file beside the certificate, if there is one
     * @throws Fault at the first thing that is wrong
     */
    static Claim read(byte[] bytes, Optional<byte[]> scoresBeside) {
        try (var reader = new CertificateReader(bytes)) {
            reader.readAll(scoresBeside);
            reader.claim.digests = reader.digests;
            return reader.claim;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Fault(
                    at == null ? "the file" : StrictJson.place(at), "This is not JSON: " + e.getOriginalMessage());
        }
    }

    @Override
    public void close() {
        parser.close();
    }

    private void readAll(Optional<byte[]> scoresBeside) {
        json.expect(JsonToken.START_OBJECT);
        json.name("format");
        if (!json.text().equals(Certificate.FORMAT)) {
            throw json.fault("The format is not %s".formatted(Certificate.FORMAT));
        }
        json.name("engine");
        json.text();
        section("participants", this::readParticipants);
        section("rules", this::readRules);
        json.name("scores");
        parser.nextToken();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            readScoresBeside(scoresBeside);
        } else {
            digested("scores", () -> ScoresReader.read(new StrictJson(parser, "scores, "), claim));
        }
        section("answer", this::readAnswer);
        section("proof", () -> claim.proof = new ProofReader(json, claim).read());
        json.name("digests");
        json.expect(JsonToken.START_OBJECT);
        for (var section : List.of("participants", "rules", "scores", "answer", "proof")) {
            json.name(section);
            if (!json.text().equals(digests.get(section))) {
                throw new Fault(
                        "member \"%s\"".formatted(section),
                        "Its digest differs from the one stated in %s: one of them was changed"
                                .formatted(json.place()));
            }
        }
        json.expect(JsonToken.END_OBJECT);
        json.name("digest");
        var stated = json.text();
        var before = (int) parser.currentTokenLocation().getByteOffset();
        outside.update(bytes, digestedTo, before - digestedTo);
        if (!stated.equals(HexFormat.of().formatHex(outside.digest()))) {
            throw json.fault("The digest differs: something outside the digested members was changed");
        }
        json.expect(JsonToken.END_OBJECT);
        if (!Arrays.equals(bytes, before + stated.length() + 2, bytes.length, new byte[] {'\n', '}', '\n'}, 0, 3)) {
            throw json.fault("The certificate does not end here as it should");
        }
    }

    private void section(String name, Runnable reading) {
        json.name(name);
        parser.nextToken();
        digested(name, reading);
    }

    /** Reads a value whose first token is current. */
    private void digested(String name, Runnable reading) {
        var from = (int) parser.currentTokenLocation().getByteOffset();
        reading.run();
        var to = (int) parser.currentLocation().getByteOffset();
        outside.update(bytes, digestedTo, from - digestedTo);
        digestedTo = to;
        digests.put(name, sha256(bytes, from, to));
    }

    private static String sha256(byte[] bytes, int from, int to) {
        var digest = CanonicalJson.sha256();
        digest.update(bytes, from, to - from);
        return HexFormat.of().formatHex(digest.digest());
    }

    private int position() {
        var position = json.number();
        if (position < 0 || position >= claim.participants.size()) {
            throw json.fault("There is no participant %d".formatted(position));
        }
        return (int) position;
    }

    private int position(String id) {
        var position = positions.get(id);
        if (position == null) {
            throw json.fault("There is no participant %s".formatted(id));
        }
        return position;
    }

    private void readParticipants() {
        var cities = new ArrayList<Claim.City>();
        json.current(JsonToken.START_ARRAY);
        json.elements(() -> {
            json.current(JsonToken.START_ARRAY);
            var city = new Claim.City(json.text(), json.text(), json.number(), json.number());
            json.expect(JsonToken.END_ARRAY);
            if (city.min() < 0 || city.max() < city.min()) {
                throw json.fault("%s has no possible number of partners".formatted(city.id()));
            }
            if (positions.put(city.id(), cities.size()) != null) {
                throw json.fault("%s stands twice".formatted(city.id()));
            }
            cities.add(city);
        });
        claim.participants = cities;
    }

    private void readRules() {
        json.current(JsonToken.START_OBJECT);
        json.name("form");
        json.expect(JsonToken.START_ARRAY);
        claim.form = json.text();
        if (claim.form.equals("clusters")) {
            claim.clusterSize = json.number();
        }
        json.expect(JsonToken.END_ARRAY);
        json.name("objective");
        json.expect(JsonToken.START_ARRAY);
        claim.objective = json.text();
        if (claim.objective.equals("stable")) {
            claim.proposing = json.text();
        }
        if (claim.objective.equals("keeping")) {
            var agreed = new ArrayList<int[]>();
            json.array(() -> {
                json.current(JsonToken.START_ARRAY);
                agreed.add(new int[] {position(json.text()), position(json.text())});
                json.expect(JsonToken.END_ARRAY);
            });
            claim.agreed = agreed;
        }
        json.expect(JsonToken.END_ARRAY);
        json.name("seed");
        json.number();
        json.name("locks");
        var locks = new ArrayList<Claim.Ruling>();
        json.array(() -> {
            json.current(JsonToken.START_ARRAY);
            var kind = json.text();
            var bonus = json.number();
            json.require(bonus >= 0, "The bonus is negative");
            locks.add(new Claim.Ruling(kind, bonus, position(json.text()), position(json.text())));
            json.text();
            json.text();
            json.expect(JsonToken.END_ARRAY);
        });
        claim.locks = locks;
        json.name("limits");
        var limits = new ArrayList<Claim.Bounding>();
        json.array(() -> {
            json.current(JsonToken.START_ARRAY);
            var kind = json.text();
            var name = json.text();
            var most = json.number();
            json.require(most >= 0, "The limit \"%s\" is negative".formatted(name));
            limits.add(new Claim.Bounding(kind, name, most, ids(), ids()));
            json.expect(JsonToken.END_ARRAY);
        });
        claim.limits = limits;
        json.expect(JsonToken.END_OBJECT);
    }

    private BitSet ids() {
        var set = new BitSet();
        json.array(() -> {
            json.current(JsonToken.VALUE_STRING);
            set.set(position(parser.getString()));
        });
        return set;
    }

    private void readScoresBeside(Optional<byte[]> scoresBeside) {
        var file = parser.getString();
        var beside = scoresBeside.orElseThrow(
                () -> json.fault("The file %s with the scores is not beside the certificate".formatted(file)));
        digests.put("scores", sha256(beside, 0, beside.length));
        try (var other = JSON.createParser(ObjectReadContext.empty(), beside)) {
            other.nextToken();
            ScoresReader.read(new StrictJson(other, "scores, "), claim);
            if (other.nextToken() != null) {
                throw new Fault(file, "Something follows the scores");
            }
        } catch (JacksonException e) {
            throw new Fault(file, "This is not JSON: " + e.getOriginalMessage());
        }
    }

    private void readAnswer() {
        json.current(JsonToken.START_OBJECT);
        json.name("objective");
        claim.value = json.number();
        json.name("pairs");
        var pairs = new ArrayList<long[]>();
        json.array(() -> {
            json.current(JsonToken.START_ARRAY);
            pairs.add(new long[] {position(), position(), json.number()});
            json.expect(JsonToken.END_ARRAY);
        });
        claim.chosenFirst = pairs.stream().mapToInt(pair -> (int) pair[0]).toArray();
        claim.chosenSecond = pairs.stream().mapToInt(pair -> (int) pair[1]).toArray();
        claim.chosenScore = pairs.stream().mapToLong(pair -> pair[2]).toArray();
        json.name("clusters");
        var clusters = new ArrayList<int[]>();
        json.array(() -> clusters.add(Arrays.stream(json.numbers())
                .mapToInt(member -> {
                    if (member < 0 || member >= claim.participants.size()) {
                        throw json.fault("There is no participant %d".formatted(member));
                    }
                    return (int) member;
                })
                .toArray()));
        claim.clusters = clusters;
        json.expect(JsonToken.END_OBJECT);
    }
}
