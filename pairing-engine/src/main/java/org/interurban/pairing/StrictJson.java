package org.interurban.pairing;

import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * Reads JSON whose every token is known beforehand; what differs is a fault at its line and column.
 *
 * @param where what stands before the line and column in faults
 */
record StrictJson(JsonParser parser, String where) {

    static String place(TokenStreamLocation at) {
        return "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /** Where the current token begins. */
    String place() {
        return where + place(parser.currentTokenLocation());
    }

    CertificateReader.Fault fault(String what) {
        return new CertificateReader.Fault(place(), what);
    }

    void require(boolean holds, String what) {
        if (!holds) {
            throw fault(what);
        }
    }

    void current(JsonToken token) {
        if (parser.currentToken() != token) {
            throw fault("Expected %s".formatted(token));
        }
    }

    void expect(JsonToken token) {
        parser.nextToken();
        current(token);
    }

    /** The name of the next member. */
    void name(String name) {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME
                || !parser.currentName().equals(name)) {
            throw fault("Expected the member \"%s\"".formatted(name));
        }
    }

    String text() {
        expect(JsonToken.VALUE_STRING);
        return parser.getString();
    }

    long number() {
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    /** Reads the elements of an array whose opening bracket is next. */
    void array(Runnable element) {
        expect(JsonToken.START_ARRAY);
        elements(element);
    }

    /** Reads the elements of an array whose opening bracket is current; each element's first token is current when it is read. */
    void elements(Runnable element) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /** The numbers of an array whose opening bracket is next. */
    long[] nextNumbers() {
        parser.nextToken();
        return numbers();
    }

    /** The numbers of an array whose opening bracket is current. */
    long[] numbers() {
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
}
