package org.interurban.platform.enquiries;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.interurban.platform.audit.Audit;
import org.interurban.platform.authority.Rights;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.people.NewContacts;
import org.interurban.platform.programmes.Programme;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;
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

        /** Several are called so, or one of which it is not known whether it is the one: somebody has to say which. */
        record WhichCity() implements Outcome {}
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

    private List<Directory.Entry> doubtful(Enquiry enquiry) {
        return enquiry.state() instanceof Enquiry.State.Waiting ? arrival.doubtful(enquiry) : List.of();
    }

    /** Who speaks already for each of those that may be meant. */
    Map<Directory.Entry, List<NewContacts.Speaker>> onRecord(Enquiry enquiry) {
        var all = new LinkedHashMap<Directory.Entry, List<NewContacts.Speaker>>();
        doubtful(enquiry).forEach(city -> all.put(city, arrival.speaking(enquiry, city)));
        return all;
    }

    /** The city takes part, its two lists stand in its profile, and whoever wrote is its contact and invited. */
    @Transactional
    Outcome takeIn(Enquiry enquiry, Programme programme, String chosen) {
        rights.require(EnquiryPermission.ENQUIRIES);
        return accept(enquiry, programme.id(), chosen, city -> {
            arrival.takesPart(enquiry, city, programme);
            record("enquiries.taken-in", enquiry, Map.of("city", city.code(), "programme", programme.code()));
        });
    }

    /** The city is on record with its contact, ready to be a member. */
    @Transactional
    Outcome toMember(Enquiry enquiry, String chosen) {
        rights.require(EnquiryPermission.ENQUIRIES);
        return accept(enquiry, null, chosen, city -> {
            arrival.contact(enquiry, city);
            letters.tell(enquiry, "enquiries.mail.member", "");
            record("enquiries.to-member", enquiry, Map.of("city", city.code()));
        });
    }

    /** Whoever is too late makes no city. */
    private Outcome accept(
            Enquiry enquiry, @Nullable ProgrammeId programme, String chosen, Consumer<Directory.Entry> arriving) {
        if (!enquiries.waits(enquiry.id())) {
            return new Outcome.AnsweredAlready();
        }
        var city = arrival.city(enquiry, chosen);
        if (city.isEmpty()) {
            return new Outcome.WhichCity();
        }
        letters.tellOthers(enquiry, city.get(), arrival.speaking(enquiry, city.get()));
        enquiries.accept(enquiry.id(), city.get().id(), programme, now());
        arriving.accept(city.get());
        return new Outcome.Accepted(city.get().code());
    }

    @Transactional
    Outcome decline(Enquiry enquiry, String reason) {
        rights.require(EnquiryPermission.ENQUIRIES);
        if (!enquiries.decline(enquiry.id(), reason, now())) {
            return new Outcome.AnsweredAlready();
        }
        letters.tell(enquiry, "enquiries.mail.declined", reason);
        record("enquiries.declined", enquiry, Map.of("city", enquiry.city(), "reason", reason));
        return new Outcome.Declined();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(String act, Enquiry enquiry, Map<String, String> details) {
        audit.record(act, new Audit.Subject("enquiry", enquiry.code()), details);
    }
}
