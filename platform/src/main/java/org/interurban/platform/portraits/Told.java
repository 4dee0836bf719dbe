package org.interurban.platform.portraits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.interurban.platform.shared.Identifier;

/** What one module tells of one partnership. */
public interface Told {

    Identifier partnership();

    List<? extends Step> steps();

    /** A template of the module; its fragment {@code partnership(told, line, works)} shows the steps on the partnership's page. */
    String template();

    /** What a sheet of paper says of the steps, beside the line. */
    default List<Note> notes() {
        return List.of();
    }

    /** Steps of many partnerships, told of each. */
    static <S extends Step> List<Told> of(List<S> steps, BiFunction<Identifier, List<S>, Told> told) {
        return steps.stream()
                .collect(groupingBy(step -> Objects.requireNonNull(step.partnership()), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(one -> told.apply(one.getKey(), one.getValue()))
                .toList();
    }
}
