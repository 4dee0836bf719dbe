package org.interurban.platform.partnerships;

import static org.interurban.platform.web.Typed.lines;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.interurban.platform.directory.OrganisationId;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.web.TypedDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A partnership that no round of pairing made.
 *
 * @param members codes of those who take part in the programme
 * @param others further names, one on a line, in any language
 */
record NewPartnershipForm(
        @Nullable List<String> members,

        @Size(max = 4000, message = "{partnerships.error.too-long}") @Nullable
        String others,

        @Nullable String topic,
        TypedDate start,
        TypedDate end,

        @Size(max = 200, message = "{partnerships.error.too-long}") @Nullable
        String coordinator) {

    NewPartnershipForm {
        start = Objects.requireNonNullElse(start, TypedDate.NONE);
        end = Objects.requireNonNullElse(end, TypedDate.NONE);
    }

    static NewPartnershipForm empty() {
        return new NewPartnershipForm(List.of(), null, null, TypedDate.NONE, TypedDate.NONE, null);
    }

    List<String> codes() {
        return members == null ? List.of() : members;
    }

    List<String> names() {
        return lines(others);
    }

    /** Finds what a single field cannot know of itself. */
    void check(Errors errors) {
        TypedDate.checkEach(start, end, "start", "end", errors);
    }

    Partnerships.Wanted toWanted(List<OrganisationId> organisations, @Nullable TopicId theme) {
        var begins = start.when();
        var ends = end.when();
        var years = Stream.of(begins.from(), ends.to())
                .flatMap(Stream::ofNullable)
                .map(day -> Integer.toString(day.getYear()))
                .distinct()
                .toList();
        return new Partnerships.Wanted(
                organisations,
                theme,
                years.isEmpty() ? null : String.join("-", years),
                textOrNull(coordinator),
                begins,
                ends,
                null);
    }
}
