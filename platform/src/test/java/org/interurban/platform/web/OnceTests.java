package org.interurban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.interurban.platform.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PlatformTest
class OnceTests {

    private static final String SETS = "sets values: twice is the same as once";
    private static final String ENDS = "ends or takes away what the second finds gone";
    private static final String STEP = "goes on from one state only: the second finds it done";
    private static final String NOBODY = "comes from somebody who is not signed in, and has limits of its own";

    /** Why a form needs no number. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("/account", SETS),
            Map.entry("/account/passkeys/rename", SETS),
            Map.entry("/account/passkeys/remove", ENDS),
            Map.entry("/account/sessions/end", ENDS),
            Map.entry("/account/sessions/end-all", ENDS),
            Map.entry("/accounts/{id}/disable", SETS),
            Map.entry("/accounts/{id}/enable", SETS),
            Map.entry("/accounts/{id}/erase", ENDS),
            Map.entry("/accounts/{id}/roles/{assignment}/withdraw", ENDS),
            Map.entry("/activities/{code}/accept", STEP),
            Map.entry("/answer/{token}", NOBODY),
            Map.entry("/sign-in", NOBODY),
            Map.entry("/jobs/{id}/cancel", ENDS),
            Map.entry("/outbox/{id}/send", "puts one message back into its queue, where it stands once"),
            Map.entry("/partnerships/{code}/members", "a body belongs once, or not"),
            Map.entry("/people/{id}/erase", ENDS),
            Map.entry("/programmes/{code}/participants", SETS),
            Map.entry("/programmes/{code}/participants/add", "whoever takes part already stays as it is"),
            Map.entry("/questions/{code}", "chooses a reading of the version that was shown"),
            Map.entry("/rounds/{id}/cities/{code}", "an answer takes the place of the one before"),
            Map.entry("/rounds/{id}/cities/{code}/wishes", "wishes take the place of those before"),
            Map.entry("/rounds/{id}/locks", "the same lock once more changes nothing"),
            Map.entry("/rounds/{id}/locks/lift", ENDS),
            Map.entry("/rounds/{id}/robustness", SETS),
            Map.entry("/sheets/{id}/columns", SETS),
            Map.entry("/sheets/{id}/rows", SETS),
            Map.entry("/sheets/{id}/skip", SETS),
            Map.entry("/sheets/{id}/read-again", SETS),
            Map.entry("/sheets/{id}/import", STEP),
            Map.entry("/sheets/{id}/undo", STEP),
            Map.entry("/sheets/{id}/discard", ENDS));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyFormIsCarriedOutOnceOrSaysWhyItNeedsNoNumber() {
        var writing = new TreeMap<String, Boolean>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.interurban.")
                    && mapping.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method != RequestMethod.GET)) {
                mapping.getPatternValues()
                        .forEach(path ->
                                writing.merge(path, handler.hasMethodAnnotation(Once.class), Boolean::logicalAnd));
            }
        });

        assertThat(writing).containsKeys("/actions/new", "/sheets");
        assertThat(writing.keySet().stream().filter(form -> !Boolean.TRUE.equals(writing.get(form))))
                .as("forms without @Once")
                .containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
    }
}
