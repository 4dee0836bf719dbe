package org.interurban.platform.engagement;

import static org.interurban.platform.web.Typed.text;

import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interurban.platform.directory.TypedBody;
import org.interurban.platform.engagement.Engagement.Kind;
import org.interurban.platform.engagement.Engagement.Refusal;
import org.interurban.platform.engagement.Engagement.State;
import org.interurban.platform.shared.Coded;
import org.interurban.platform.shared.DateReading.Extent;
import org.interurban.platform.taxonomy.TopicId;
import org.interurban.platform.web.ByLine;
import org.interurban.platform.web.Chosen;
import org.interurban.platform.web.Typed;
import org.interurban.platform.web.TypedDate;
import org.interurban.platform.web.Worded;
import org.interurban.platform.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What people fill in about a visit or a request.
 *
 * @param initiator any name of the body that visits or asks; blank for the secretariat
 * @param addressee any name of the body that is visited or asked; blank for the secretariat or every member
 * @param topics a name a line
 * @param seen the topics as they were when the form was opened
 */
record EngagementForm(
        @Chosen(value = Kind.class, words = "engagement.kind", message = "{engagement.error.kind}") @Nullable
        String kind,

        @Chosen(value = State.class, words = "engagement.state", message = "{engagement.error.state}") @Nullable
        String state,

        @Worded(max = Engagement.TITLE_LENGTH, needed = true, message = "{engagement.error.title-needed}")
        Words title,

        @Worded(max = Engagement.ACCOUNT_LENGTH) Words account,

        @Size(max = TypedBody.LENGTH) @Nullable String initiator,

        @Size(max = TypedBody.LENGTH) @Nullable String addressee,

        TypedDate date,
        @ByLine(max = 300) @Nullable String topics,
        @Nullable Boolean open,
        @Nullable Integer version,
        @Nullable String seen) {

    EngagementForm {
        title = Objects.requireNonNullElse(title, Words.NONE);
        account = Objects.requireNonNullElse(account, Words.NONE);
        date = Objects.requireNonNullElse(date, TypedDate.NONE);
    }

    /** Nothing known yet but what it is. */
    static EngagementForm empty(@Nullable Kind kind) {
        var first = kind == null ? null : kind.states().iterator().next().code();
        return new EngagementForm(
                kind == null ? null : kind.code(),
                first,
                Words.NONE,
                Words.NONE,
                null,
                null,
                TypedDate.NONE,
                null,
                false,
                null,
                null);
    }

    /** As it opens to change the engagement. */
    static EngagementForm of(Engagement engagement, Named named) {
        return new EngagementForm(
                engagement.kind().code(),
                engagement.state().code(),
                Words.of(engagement.title()),
                Words.of(engagement.account()),
                named.told(engagement.initiator()),
                named.told(engagement.addressee()),
                TypedDate.of(engagement.when()),
                lines(engagement.topics(), named),
                engagement.open(),
                engagement.version(),
                engagement.topics().stream().map(EngagementForm::mark).collect(Collectors.joining(" ")));
    }

    private static String lines(List<TopicId> topics, Named named) {
        return topics.stream().map(named::label).collect(Collectors.joining("\n"));
    }

    /** With those topics in place of what was typed. */
    EngagementForm about(List<TopicId> topics, Named named) {
        return new EngagementForm(
                kind, state, title, account, initiator, addressee, date, lines(topics, named), open, version, seen);
    }

    /** Who takes part and which topics, found by their names; what cannot be found is said at its field. */
    Optional<Engagement> read(@Nullable Engagement before, String code, Named named, Clock clock, Errors errors) {
        var what = Coded.find(Kind.class, text(kind)).orElse(null);
        if (what == null) {
            return Optional.empty();
        }
        if (before != null) {
            before.refusal(what).ifPresent(refusal -> reject(refusal, errors));
        }
        var how = Coded.find(State.class, text(state)).orElse(null);
        var from = TypedBody.find(initiator, "initiator", named::body, errors);
        var to = TypedBody.find(addressee, "addressee", named::body, errors);
        var when = date.check(Extent.PERIOD, "date", errors);
        if (how != null) {
            if (!errors.hasFieldErrors("initiator") && !errors.hasFieldErrors("addressee")) {
                Engagement.refusals(what, how, from, to).forEach(refusal -> reject(refusal, errors));
            }
            Engagement.refusal(how, when, LocalDate.now(clock)).ifPresent(refusal -> reject(refusal, errors));
        }
        List<TopicId> stand = before == null ? List.of() : before.topics();
        var about = merged(topics(stand, named, errors), stand);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Engagement(
                before == null ? Engagement.Id.next() : before.id(),
                code,
                what,
                Objects.requireNonNull(how),
                Objects.requireNonNull(title.text(before == null ? null : before.title())),
                account.text(before == null ? null : before.account()),
                from,
                to,
                when,
                about,
                Boolean.TRUE.equals(open),
                version == null ? -1 : version));
    }

    private static void reject(Refusal refusal, Errors errors) {
        errors.rejectValue(refusal.field(), refusal.message());
    }

    /** Of several topics of one name the one that stands. */
    private List<TopicId> topics(List<TopicId> stand, Named named, Errors errors) {
        var found = new ArrayList<TopicId>();
        for (var name : Typed.lines(topics)) {
            stand.stream()
                    .filter(topic -> named.label(topic).equals(name))
                    .findFirst()
                    .or(() -> named.topic(name))
                    .ifPresentOrElse(
                            found::add,
                            () -> errors.rejectValue("topics", "engagement.error.topic", new Object[] {name}, null));
        }
        return found.stream().distinct().toList();
    }

    /** What either added or took away since the form was opened holds. */
    private List<TopicId> merged(List<TopicId> mine, List<TopicId> theirs) {
        var shown = Set.of(text(seen).split(" "));
        return Stream.concat(mine.stream(), theirs.stream())
                .distinct()
                .filter(topic -> !shown.contains(mark(topic)) || mine.contains(topic) && theirs.contains(topic))
                .toList();
    }

    private static String mark(TopicId topic) {
        return topic.value().toString();
    }
}
