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
    private final Claim claim = new Claim();
    private final MessageDigest outside = CanonicalJson.sha256();
    private int digestedTo;
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();

    private CertificateReader(byte[] bytes) {
        this.bytes = bytes;
        this.parser = JSON.createParser(ObjectReadContext.empty(), bytes);
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
                    at == null ? "the file" : place(at.getLineNr(), at.getColumnNr()),
                    "This is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String place(int line, int column) {
        return "line %d, column %d".formatted(line, column);
    }

    @Override
    public void close() {
        parser.close();
    }

    private void readAll(Optional<byte[]> scoresBeside) {
        expect(JsonToken.START_OBJECT);
        name("format");
        if (!text().equals(Certificate.FORMAT)) {
            throw fault("The format is not %s".formatted(Certificate.FORMAT));
        }
        name("engine");
        text();
        section("participants", this::readParticipants);
        section("rules", this::readRules);
        name("scores");
        parser.nextToken();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            readScoresBeside(scoresBeside);
        } else {
            digested("scores", () -> readScores(parser));
        }
        section("answer", this::readAnswer);
        section("proof", this::readProof);
        name("digests");
        expect(JsonToken.START_OBJECT);
        for (var section : List.of("participants", "rules", "scores", "answer", "proof")) {
            name(section);
            if (!text().equals(digests.get(section))) {
                throw new Fault(
                        "member \"%s\"".formatted(section),
                        "Its digest differs from the one stated in %s: one of them was changed"
                                .formatted(place(
                                        parser.currentTokenLocation().getLineNr(),
                                        parser.currentTokenLocation().getColumnNr())));
            }
        }
        expect(JsonToken.END_OBJECT);
        name("digest");
        var stated = text();
        var before = (int) parser.currentTokenLocation().getByteOffset();
        outside.update(bytes, digestedTo, before - digestedTo);
        if (!stated.equals(HexFormat.of().formatHex(outside.digest()))) {
            throw fault("The digest differs: something outside the digested members was changed");
        }
        expect(JsonToken.END_OBJECT);
        if (!Arrays.equals(bytes, before + stated.length() + 2, bytes.length, new byte[] {'\n', '}', '\n'}, 0, 3)) {
            throw fault("The certificate does not end here as it should");
        }
    }

    private void section(String name, Runnable reading) {
        name(name);
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

    private Fault fault(String what) {
        var at = parser.currentTokenLocation();
        return new Fault(place(at.getLineNr(), at.getColumnNr()), what);
    }

    private void expect(JsonToken token) {
        if (parser.nextToken() != token) {
            throw fault("Expected %s".formatted(token));
        }
    }

    private void name(String name) {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME
                || !parser.currentName().equals(name)) {
            throw fault("Expected the member \"%s\"".formatted(name));
        }
    }

    private String text() {
        expect(JsonToken.VALUE_STRING);
        return parser.getString();
    }

    private long number() {
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    private int position() {
        var position = number();
        if (position < 0 || position >= claim.participants.size()) {
            throw fault("There is no participant %d".formatted(position));
        }
        return (int) position;
    }

    private int position(String id) {
        var position = positions.get(id);
        if (position == null) {
            throw fault("There is no participant %s".formatted(id));
        }
        return position;
    }

    /** Reads the elements of an array whose opening bracket is next. */
    private void array(Runnable element) {
        expect(JsonToken.START_ARRAY);
        elements(parser, element);
    }

    /** Reads the elements of an array whose opening bracket is current; each element's first token is current when it is read. */
    private static void elements(JsonParser parser, Runnable element) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    private void current(JsonToken token) {
        if (parser.currentToken() != token) {
            throw fault("Expected %s".formatted(token));
        }
    }

    private void readParticipants() {
        var cities = new ArrayList<Claim.City>();
        current(JsonToken.START_ARRAY);
        elements(parser, () -> {
            current(JsonToken.START_ARRAY);
            var city = new Claim.City(text(), text(), number(), number());
            expect(JsonToken.END_ARRAY);
            if (city.min() < 0 || city.max() < city.min()) {
                throw fault("%s has no possible number of partners".formatted(city.id()));
            }
            if (positions.put(city.id(), cities.size()) != null) {
                throw fault("%s stands twice".formatted(city.id()));
            }
            cities.add(city);
        });
        claim.participants = cities;
    }

    private void readRules() {
        current(JsonToken.START_OBJECT);
        name("form");
        expect(JsonToken.START_ARRAY);
        claim.form = text();
        if (claim.form.equals("clusters")) {
            claim.clusterSize = number();
        }
        expect(JsonToken.END_ARRAY);
        name("objective");
        expect(JsonToken.START_ARRAY);
        claim.objective = text();
        if (claim.objective.equals("stable")) {
            claim.proposing = text();
        }
        expect(JsonToken.END_ARRAY);
        name("seed");
        number();
        name("locks");
        var locks = new ArrayList<Claim.Ruling>();
        array(() -> {
            current(JsonToken.START_ARRAY);
            locks.add(new Claim.Ruling(text(), number(), position(text()), position(text())));
            text();
            text();
            expect(JsonToken.END_ARRAY);
        });
        claim.locks = locks;
        name("limits");
        var limits = new ArrayList<Claim.Bounding>();
        array(() -> {
            current(JsonToken.START_ARRAY);
            limits.add(new Claim.Bounding(text(), text(), number(), ids(), ids()));
            expect(JsonToken.END_ARRAY);
        });
        claim.limits = limits;
        expect(JsonToken.END_OBJECT);
    }

    private BitSet ids() {
        var set = new BitSet();
        array(() -> {
            current(JsonToken.VALUE_STRING);
            set.set(position(parser.getString()));
        });
        return set;
    }

    private void readScoresBeside(Optional<byte[]> scoresBeside) {
        var file = parser.getString();
        var beside = scoresBeside.orElseThrow(
                () -> fault("The file %s with the scores is not beside the certificate".formatted(file)));
        digests.put("scores", sha256(beside, 0, beside.length));
        try (var other = JSON.createParser(ObjectReadContext.empty(), beside)) {
            other.nextToken();
            readScores(other);
            if (other.nextToken() != null) {
                throw new Fault(file, "Something follows the scores");
            }
        } catch (JacksonException e) {
            throw new Fault(file, "This is not JSON: " + e.getOriginalMessage());
        }
    }

    private void readScores(JsonParser from) {
        require(from, from.currentToken() == JsonToken.START_OBJECT, "The scores are no object");
        require(from, "benefits".equals(from.nextName()), "Expected the member \"benefits\"");
        var benefits = from.nextToken() == JsonToken.VALUE_TRUE;
        require(from, benefits || from.currentToken() == JsonToken.VALUE_FALSE, "Expected true or false");
        require(from, "rows".equals(from.nextName()), "Expected the member \"rows\"");
        require(from, from.nextToken() == JsonToken.START_ARRAY, "The rows are no list");
        var columns = new long[5][1024];
        var size = new int[1];
        elements(from, () -> {
            require(from, from.currentToken() == JsonToken.START_ARRAY, "A row is a list");
            var row = nextNumber(from);
            var partner = row;
            while (from.nextToken() != JsonToken.END_ARRAY) {
                if (size[0] == columns[0].length) {
                    Arrays.setAll(columns, i -> Arrays.copyOf(columns[i], 2 * size[0]));
                }
                require(from, from.currentToken() == JsonToken.VALUE_NUMBER_INT, "Expected a number");
                columns[0][size[0]] = row;
                partner = Math.addExact(partner, from.getLongValue());
                columns[1][size[0]] = partner;
                columns[2][size[0]] = nextNumber(from);
                columns[3][size[0]] = benefits ? nextNumber(from) : columns[2][size[0]];
                columns[4][size[0]] = benefits ? nextNumber(from) : columns[2][size[0]];
                requireOrder(from, columns, size[0]++);
            }
        });
        require(from, from.nextToken() == JsonToken.END_OBJECT, "Something follows the rows");
        claim.first =
                Arrays.stream(columns[0], 0, size[0]).mapToInt(Math::toIntExact).toArray();
        claim.second =
                Arrays.stream(columns[1], 0, size[0]).mapToInt(Math::toIntExact).toArray();
        claim.score = Arrays.copyOf(columns[2], size[0]);
        claim.benefitFirst = Arrays.copyOf(columns[3], size[0]);
        claim.benefitSecond = Arrays.copyOf(columns[4], size[0]);
        claim.indexPairs();
    }

    private static void require(JsonParser from, boolean holds, String what) {
        if (!holds) {
            throw at(from, what);
        }
    }

    private static long nextNumber(JsonParser from) {
        require(from, from.nextToken() == JsonToken.VALUE_NUMBER_INT, "Expected a number");
        return from.getLongValue();
    }

    private void requireOrder(JsonParser from, long[][] columns, int pair) {
        var first = columns[0][pair];
        var second = columns[1][pair];
        if (first < 0 || second <= first || second >= claim.participants.size()) {
            throw at(from, "%d and %d are not two participants in order".formatted(first, second));
        }
        if (pair > 0
                && (columns[0][pair - 1] > first || columns[0][pair - 1] == first && columns[1][pair - 1] >= second)) {
            throw at(from, "The pairs are not in order");
        }
        if (columns[2][pair] < 0 || columns[3][pair] < 0 || columns[4][pair] < 0) {
            throw at(from, "A score is negative");
        }
    }

    private static Fault at(JsonParser from, String what) {
        var location = from.currentTokenLocation();
        return new Fault("scores, " + place(location.getLineNr(), location.getColumnNr()), what);
    }

    private void readAnswer() {
        current(JsonToken.START_OBJECT);
        name("objective");
        claim.value = number();
        name("pairs");
        var pairs = new ArrayList<long[]>();
        array(() -> {
            current(JsonToken.START_ARRAY);
            pairs.add(new long[] {position(), position(), number()});
            expect(JsonToken.END_ARRAY);
        });
        claim.chosenFirst = pairs.stream().mapToInt(pair -> (int) pair[0]).toArray();
        claim.chosenSecond = pairs.stream().mapToInt(pair -> (int) pair[1]).toArray();
        claim.chosenScore = pairs.stream().mapToLong(pair -> pair[2]).toArray();
        name("clusters");
        var clusters = new ArrayList<int[]>();
        array(() -> clusters.add(Arrays.stream(numbers())
                .mapToInt(member -> {
                    if (member < 0 || member >= claim.participants.size()) {
                        throw fault("There is no participant %d".formatted(member));
                    }
                    return (int) member;
                })
                .toArray()));
        claim.clusters = clusters;
        expect(JsonToken.END_OBJECT);
    }

    /** The numbers of an array whose opening bracket is current. */
    private long[] numbers() {
        current(JsonToken.START_ARRAY);
        var numbers = new long[16];
        var size = 0;
        while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = parser.getLongValue();
        }
        current(JsonToken.END_ARRAY);
        return Arrays.copyOf(numbers, size);
    }

    private long[] nextNumbers() {
        parser.nextToken();
        return numbers();
    }

    private void readProof() {
        current(JsonToken.START_OBJECT);
        name("kind");
        var kind = text();
        var prices = new ArrayList<Claim.PriceList>();
        var number = 0L;
        var pairs = 0L;
        var paid = 0L;
        var participants = new long[0];
        var sets = new ArrayList<Claim.PricedSet>();
        switch (kind) {
            case "prices" -> {
                name("total");
                prices.add(priceList());
            }
            case "fair" -> {
                name("most");
                prices.add(priceList());
                name("lowest");
                number = number();
                name("higher");
                prices.add(priceList());
                name("total");
                prices.add(priceList());
            }
            case "none blocks" -> {}
            case "odd sets" -> {
                name("scale");
                number = number();
                name("nodes");
                participants = nextNumbers();
                name("sets");
                array(() -> {
                    var members = numbers();
                    if (members.length == 0) {
                        throw fault("A set has a price");
                    }
                    sets.add(new Claim.PricedSet(
                            Arrays.stream(members, 1, members.length)
                                    .mapToInt(Math::toIntExact)
                                    .toArray(),
                            members[0]));
                });
            }
            case "bound" -> {
                name("bound");
                number = number();
                name("halves");
                participants = nextNumbers();
                name("pairs");
                pairs = number();
                name("paid");
                paid = number();
            }
            default -> throw fault("There is no proof of the kind \"%s\"".formatted(kind));
        }
        expect(JsonToken.END_OBJECT);
        claim.proof = new Claim.Evidence(kind, prices, number, pairs, paid, participants, sets);
    }

    private Claim.PriceList priceList() {
        expect(JsonToken.START_OBJECT);
        name("participants");
        var participants = nextNumbers();
        if (participants.length != claim.participants.size()) {
            throw fault("There are %d prices for %d participants"
                    .formatted(participants.length, claim.participants.size()));
        }
        name("limits");
        var limits = new ArrayList<Claim.LimitPrice>();
        array(() -> {
            current(JsonToken.START_ARRAY);
            var limit = number();
            var participant = number();
            if (limit < 0
                    || limit >= claim.limits.size()
                    || participant < -1
                    || participant >= claim.participants.size()) {
                throw fault("There is no such limit");
            }
            limits.add(new Claim.LimitPrice((int) limit, (int) participant, number()));
            expect(JsonToken.END_ARRAY);
        });
        name("pairs");
        var pairs = number();
        name("paid");
        var paid = number();
        expect(JsonToken.END_OBJECT);
        return new Claim.PriceList(participants, limits, pairs, paid);
    }
}
