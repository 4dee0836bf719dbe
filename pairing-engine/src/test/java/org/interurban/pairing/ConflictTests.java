package org.interurban.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConflictTests {

    private static final List<Lock> LOCKS = List.of(must("a"), must("b"), must("c"), must("d"));

    private static Lock must(String city) {
        return new Lock.Must(city, "e", "", "");
    }

    private static Problem problem() {
        var builder = Problem.builder(1).form(new Form.OnePool());
        for (var city : List.of("a", "b", "c", "d", "e")) {
            builder.participant(Participant.single(city, Side.POOL));
        }
        return builder.build().withLocks(LOCKS);
    }

    private static Outcome.Infeasible conflict(Function<Set<String>, Feasibility> question) {
        return Conflict.in(
                problem(),
                stripped ->
                        question.apply(stripped.locks().stream().map(Lock::a).collect(Collectors.toSet())));
    }

    private static List<String> cities(Outcome.Infeasible conflict) {
        return conflict.conflict().stream()
                .map(rule -> ((Rule.Locked) rule).lock().a())
                .toList();
    }

    @Test
    void isMinimalWhereEveryQuestionHasAnAnswer() {
        var conflict = conflict(locked -> Feasibility.of(!locked.containsAll(Set.of("a", "d"))));

        assertThat(cities(conflict)).containsExactly("a", "d");
        assertThat(conflict.minimal()).isTrue();
    }

    @Test
    void isKnownToConflictWhereSomeQuestionsStayOpen() {
        var conflict = conflict(locked -> locked.containsAll(Set.of("a", "b", "d"))
                ? Feasibility.IMPOSSIBLE
                : locked.containsAll(Set.of("a", "d")) ? Feasibility.UNKNOWN : Feasibility.POSSIBLE);

        assertThat(cities(conflict)).containsExactly("a", "b", "d");
        assertThat(conflict.minimal()).isFalse();
    }

    @Test
    void isMinimalWhereOpenQuestionsDoNotMatterInTheEnd() {
        var conflict = conflict(locked -> locked.contains("c")
                ? Feasibility.IMPOSSIBLE
                : locked.isEmpty() ? Feasibility.POSSIBLE : Feasibility.UNKNOWN);

        assertThat(cities(conflict)).containsExactly("c");
        assertThat(conflict.minimal()).isTrue();
    }
}
