package org.interurban.platform.engagement;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.directory.TypedBody;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What is to be done after a visit or an answer.
 *
 * @param organisation any name of the body whose turn it is; blank for the secretariat
 */
record FollowUpForm(
        @Worded(max = Step.STATEMENT_LENGTH, needed = true, message = "{engagement.error.what-next}")
        Words statement,

        @Size(max = TypedBody.LENGTH) @Nullable String organisation,

        TypedDate due) {

    static final FollowUpForm EMPTY = new FollowUpForm(Words.NONE, null, TypedDate.NONE);

    FollowUpForm {
        statement = Objects.requireNonNullElse(statement, Words.NONE);
        due = Objects.requireNonNullElse(due, TypedDate.NONE);
    }

    /** Says at its field whatever is wrong. */
    Optional<Step.FollowUp> read(Named named, Errors errors) {
        var turn = TypedBody.find(organisation, "organisation", named::body, errors);
        var until = due.check(Extent.DAY, "due", errors);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Step.FollowUp(
                        Step.Id.next(), turn, Objects.requireNonNull(statement.text(null)), until.to()));
    }
}
