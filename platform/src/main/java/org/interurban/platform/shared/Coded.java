package org.interurban.platform.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A choice that is kept, sent and put into addresses as a word: {@code study-visit} for {@code STUDY_VISIT}. */
public interface Coded {

    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice with this word; empty where there is none, as what a browser sends may be. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> choices, String code) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }

    /** @throws IllegalArgumentException where there is no such choice, which a check of the database prevents */
    static <E extends Enum<E> & Coded> E of(Class<E> choices, String code) {
        return find(choices, code)
                .orElseThrow(() -> new IllegalArgumentException(choices.getSimpleName() + " has no " + code));
    }

    static <E extends Enum<E> & Coded> List<String> codes(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Coded::code).toList();
    }
}
