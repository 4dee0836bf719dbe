package org.interurban.platform.programmes;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.interurban.platform.web.Typed;
import org.jspecify.annotations.Nullable;

/** Names that people write one on a line, or with semicolons or commas between them. */
final class Separated {

    private Separated() {}

    /**
     * @param kept names that stand already, which stay as they are
     * @param several whether a text with commas holds several names, and no name of which the comma is a part
     */
    static List<String> names(@Nullable String typed, Collection<String> kept, Predicate<String> several) {
        return Typed.lines(typed).stream()
                .flatMap(line -> kept.contains(line) ? Stream.of(line) : parts(line, ";"))
                .flatMap(name -> !kept.contains(name) && name.contains(",") && several.test(name)
                        ? parts(name, ",")
                        : Stream.of(name))
                .distinct()
                .toList();
    }

    static Stream<String> parts(String text, String mark) {
        return Arrays.stream(text.split(mark)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
