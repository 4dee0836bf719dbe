package org.interurban.platform.engagement;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.interurban.platform.directory.TypedBody;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody offers in answer to a request.
 *
 * @param organisation any name of the body that offers it
 */
record OfferForm(
        @Size(max = TypedBody.LENGTH) @Nullable String organisation,

        @Worded(max = Step.STATEMENT_LENGTH, needed = true, message = "{engagement.error.what-offered}")
        Words statement) {

    OfferForm {
        statement = Objects.requireNonNullElse(statement, Words.NONE);
    }

    /** Says at its field whatever is wrong. */
    Optional<Step.Offer> read(Engagement engagement, Named named, Errors errors) {
        var by = TypedBody.find(organisation, "organisation", named::body, errors);
        if (!errors.hasFieldErrors("organisation")) {
            if (by == null) {
                errors.rejectValue("organisation", "engagement.error.who-offers");
            } else if (!engagement.mayBeOffered(by)) {
                errors.rejectValue("organisation", "engagement.error.not-asked");
            }
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Step.Offer(
                        Step.Id.next(), Objects.requireNonNull(by), Objects.requireNonNull(statement.text(null))));
    }
}
