package org.interurban.platform.enquiries;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.programmes.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a city in that has asked, or declines; whoever wrote is told either way. */
@Service
class AnswerEnquiry {

    sealed interface Outcome {
        /** @param city its code */
        record Accepted(String city) implements Outcome {}

        record Declined() implements Outcome {}

        /** Somebody else was faster. */
        record AnsweredAlready() implements Outcome {}
    }

    private final Enquiries enquiries;
    private final Arrival arrival;
    private final EnquiryLetters letters;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    AnswerEnquiry(
            Enquiries enquiries, Arrival arrival, EnquiryLetters letters, Rights rights, Audit audit, Clock clock) {
        this.enquiries = enquiries;
        this.arrival = arrival;
        this.letters = letters;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** The city takes part, its two lists stand in its profile, and whoever wrote is its contact and invited. */
    @Transactional
    Outcome takeIn(Enquiry enquiry, Programme programme) {
        rights.require(EnquiryPermission.ENQUIRIES);
        var city = arrival.city(enquiry);
        if (!enquiries.accept(
                enquiry.id(), city.id(), programme.id(), clock.instant().atOffset(ZoneOffset.UTC))) {
            return new Outcome.AnsweredAlready();
        }
        arrival.takesPart(enquiry, city, programme);
        record("enquiries.taken-in", enquiry, Map.of("city", city.code(), "programme", programme.code()));
        return new Outcome.Accepted(city.code());
    }

    /** The city is on record with its contact, ready to be a member. */
    @Transactional
    Outcome toMember(Enquiry enquiry) {
        rights.require(EnquiryPermission.ENQUIRIES);
        var city = arrival.city(enquiry);
        if (!enquiries.accept(enquiry.id(), city.id(), null, clock.instant().atOffset(ZoneOffset.UTC))) {
            return new Outcome.AnsweredAlready();
        }
        arrival.contact(enquiry, city);
        letters.tell(enquiry, "enquiries.mail.member", "");
        record("enquiries.to-member", enquiry, Map.of("city", city.code()));
        return new Outcome.Accepted(city.code());
    }

    @Transactional
    Outcome decline(Enquiry enquiry, String reason) {
        rights.require(EnquiryPermission.ENQUIRIES);
        if (!enquiries.decline(enquiry.id(), reason, clock.instant().atOffset(ZoneOffset.UTC))) {
            return new Outcome.AnsweredAlready();
        }
        letters.tell(enquiry, "enquiries.mail.declined", reason);
        record("enquiries.declined", enquiry, Map.of("city", enquiry.city(), "reason", reason));
        return new Outcome.Declined();
    }

    private void record(String act, Enquiry enquiry, Map<String, String> details) {
        audit.record(act, new Audit.Subject("enquiry", enquiry.code()), details);
    }
}
