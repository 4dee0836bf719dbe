package org.interurban.platform.enquiries;

import static org.interurban.platform.web.Typed.text;
import static org.interurban.platform.web.Typed.textOrNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interurban.platform.enquiries.Enquiry.Side;
import org.interurban.platform.gazetteer.Gazetteer.Place;
import org.interurban.platform.participants.ProfileLine;
import org.interurban.platform.shared.MailAddress;
import org.interurban.platform.taxonomy.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What somebody fills in who asks for a city to come in.
 *
 * @param place of the gazetteer; empty where the city was not found there
 * @param offers the topics of what the city can offer, beside each what it is; empty rows are passed over
 * @param homepage stays empty: people do not see it, programs that fill in every form do
 */
record EnquiryForm(
        @Nullable Long place,

        @NotBlank(message = "{enquiries.error.city}")
        @Size(max = Enquiry.NAME_LENGTH, message = "{enquiries.error.too-long}")
        @Nullable
        String city,

        @Nullable String country,

        @Nullable List<LineForm> offers,
        @Nullable List<LineForm> seeks,

        @NotBlank(message = "{enquiries.error.writer}")
        @Size(max = Enquiry.NAME_LENGTH, message = "{enquiries.error.too-long}")
        @Nullable
        String writer,

        @NotBlank(message = "{enquiries.error.post}")
        @Size(max = Enquiry.NAME_LENGTH, message = "{enquiries.error.too-long}")
        @Nullable
        String post,

        @Size(max = MailAddress.MOST, message = "{enquiries.error.too-long}") @Nullable
        String email,

        @Size(max = Enquiry.MESSAGE_LENGTH, message = "{enquiries.error.too-long}") @Nullable
        String message,

        @Nullable Boolean consent,
        @Nullable String homepage) {

    static final int ROWS = 3;

    /** @param topic the name of one, as {@code list:code}; empty where none of them fits */
    record LineForm(
            @Nullable String topic,

            @Size(max = ProfileLine.STATEMENT_LENGTH, message = "{enquiries.error.too-long}") @Nullable
            String statement) {

        boolean isEmpty() {
            return text(topic).isEmpty() && text(statement).isEmpty();
        }
    }

    EnquiryForm {
        offers = rows(offers);
        seeks = rows(seeks);
    }

    private static List<LineForm> rows(@Nullable List<LineForm> given) {
        var rows = new ArrayList<LineForm>();
        Objects.requireNonNullElse(given, List.<LineForm>of()).stream()
                .limit(ROWS)
                .map(row -> row == null ? new LineForm(null, null) : row)
                .forEach(rows::add);
        IntStream.range(rows.size(), ROWS).forEach(row -> rows.add(new LineForm(null, null)));
        return List.copyOf(rows);
    }

    static EnquiryForm empty(@Nullable Place place, @Nullable String city) {
        return new EnquiryForm(
                place == null ? null : place.id(),
                place == null ? city : place.name(),
                place == null ? null : place.country(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    /**
     * Says at their fields what a single field cannot know of itself.
     *
     * @param countries the codes of those that there are
     */
    void check(Errors errors, Map<String, Topics.Topic> topics, Map<String, String> countries) {
        if (MailAddress.of(email).isEmpty() && !errors.hasFieldErrors("email")) {
            errors.rejectValue("email", "enquiries.error.email");
        }
        if (!text(country).isEmpty() && !countries.containsKey(text(country))) {
            errors.rejectValue("country", "enquiries.error.country");
        }
        if (!Boolean.TRUE.equals(consent)) {
            errors.rejectValue("consent", "enquiries.error.consent");
        }
        checkTopics("offers", rows(offers), topics, errors);
        checkTopics("seeks", rows(seeks), topics, errors);
        if (Stream.concat(rows(offers).stream(), rows(seeks).stream()).allMatch(LineForm::isEmpty)) {
            errors.rejectValue("offers[0].topic", "enquiries.error.lines");
        }
    }

    private static void checkTopics(String list, List<LineForm> rows, Map<String, Topics.Topic> topics, Errors errors) {
        for (var row = 0; row < rows.size(); row++) {
            var topic = text(rows.get(row).topic());
            if (!topic.isEmpty() && !topics.containsKey(topic)) {
                errors.rejectValue("%s[%d].topic".formatted(list, row), "enquiries.error.topic");
            }
        }
    }

    /** Whether a program filled it in. */
    boolean isOfAMachine() {
        return !text(homepage).isEmpty();
    }

    String cityName() {
        return text(city);
    }

    /** Only of a form without errors. */
    MailAddress address() {
        return MailAddress.of(email).orElseThrow();
    }

    /** Only of a form without errors; a topic alone says itself what is meant. */
    Enquiry enquiry(
            String code, @Nullable Place where, Map<String, Topics.Topic> topics, Locale locale, OffsetDateTime at) {
        var lines = Stream.concat(
                        rows(offers).stream().filter(row -> !row.isEmpty()).map(row -> line(Side.OFFER, row, topics)),
                        rows(seeks).stream().filter(row -> !row.isEmpty()).map(row -> line(Side.SEEK, row, topics)))
                .toList();
        return new Enquiry(
                EnquiryId.next(),
                code,
                cityName(),
                textOrNull(country),
                where == null ? null : where.id(),
                text(writer),
                text(post),
                address(),
                locale.getLanguage(),
                textOrNull(message),
                lines,
                at,
                new Enquiry.State.Unconfirmed());
    }

    private static Enquiry.Line line(Side side, LineForm row, Map<String, Topics.Topic> topics) {
        var topic = topics.get(text(row.topic()));
        var said = text(row.statement());
        return new Enquiry.Line(
                side,
                topic == null ? null : topic.id(),
                topic == null ? null : topic.label(),
                said.isEmpty() && topic != null ? topic.label() : said);
    }
}
