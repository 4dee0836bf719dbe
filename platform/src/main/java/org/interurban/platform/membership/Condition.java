package org.interurban.platform.membership;

import java.util.List;
import java.util.Optional;
import org.interurban.platform.shared.Coded;

/** What a body must be so that a rule is met. */
record Condition(Parameter parameter, Operator operator, List<String> value) {

    enum Parameter implements Coded {
        /** The region of members in which its country lies. */
        REGION,
        KIND,
        /** {@code yes} or {@code no}. */
        LOCAL_GOVERNMENT,
        INHABITANTS
    }

    enum Operator implements Coded {
        IN,
        NOT_IN,
        AT_LEAST,
        AT_MOST
    }

    Condition {
        if (!fits(parameter, operator) || operator.ordinal() >= Operator.AT_LEAST.ordinal() && !isNumber(value)) {
            throw new IllegalArgumentException("No condition: %s %s %s".formatted(parameter, operator, value));
        }
        value = List.copyOf(value);
    }

    static boolean fits(Parameter parameter, Operator operator) {
        return (parameter == Parameter.INHABITANTS) == (operator == Operator.AT_LEAST || operator == Operator.AT_MOST);
    }

    static boolean isNumber(List<String> value) {
        return value.size() == 1 && value.getFirst().matches("[0-9]{1,12}");
    }

    /** @param known what is known of the body by the parameter; empty where nothing is, and then the answer is empty too */
    Optional<Boolean> isMetBy(Optional<String> known) {
        return known.map(its -> switch (operator) {
            case IN -> value.contains(its);
            case NOT_IN -> !value.contains(its);
            case AT_LEAST -> Long.parseLong(its) >= Long.parseLong(value.getFirst());
            case AT_MOST -> Long.parseLong(its) <= Long.parseLong(value.getFirst());
        });
    }
}
