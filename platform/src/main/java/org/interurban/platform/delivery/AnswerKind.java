package org.interurban.platform.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.authority.Permission;
import org.interurban.platform.authority.Scope;
import org.interurban.platform.web.Limits;
import org.jspecify.annotations.Nullable;

/** One thing that people may answer from a mail without signing in; a bean of the module that asks. */
public interface AnswerKind {

    /** Module and name, as {@code "activities.accept-date"}. */
    String purpose();

    /**
     * The right in whose name the respondent was asked; empty once the question no longer stands. Whoever has lost it, or the account,
     * neither sees the question nor answers it.
     */
    Optional<Right> restsOn(AnswerLinks.Question question);

    /** What the page asks before the button is pressed; empty once the question no longer stands. Changes nothing. */
    Optional<Asks> asks(AnswerLinks.Question question, Locale locale);

    /**
     * Takes the answer; a second press does no harm.
     *
     * @param words what the respondent wrote to it, empty where nothing
     */
    Says answered(AnswerLinks.Question question, String words, Locale locale);

    /** @param scopes of the object: one of them, or the network, is enough */
    record Right(Permission permission, List<Scope> scopes) {}

    /**
     * @param button what pressing it does: "Accept 14 May"
     * @param words label of what can be written to the answer; null where nothing can
     */
    record Asks(
            String title,
            String text,
            String button,
            @Nullable String words) {

        public Asks(String title, String text, String button) {
            this(title, text, button, null);
        }
    }

    /** Letters that can be written to an answer. */
    int WORDS_LENGTH = Limits.WORDS;

    /** @param link the address of a page to read on, where the reader may have to sign in first */
    record Says(String title, String text, String link) {}
}
