package org.interurban.platform.enquiries;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interurban.platform.directory.Directory;
import org.interurban.platform.directory.NewCities;
import org.interurban.platform.gazetteer.Gazetteer;
import org.interurban.platform.invitations.InviteContacts;
import org.interurban.platform.participants.TakeIn;
import org.interurban.platform.people.NewContacts;
import org.interurban.platform.people.PostId;
import org.interurban.platform.programmes.Programme;
import org.springframework.stereotype.Component;

/** How what a city has asked becomes records: the city, whoever wrote as its contact, its lists in a profile. */
@Component
class Arrival {

    /** As a choice among cities: one that is not on record yet. */
    static final String NEW = "+";

    private final NewCities cities;
    private final Gazetteer gazetteer;
    private final NewContacts contacts;
    private final TakeIn takeIn;
    private final InviteContacts invite;

    Arrival(NewCities cities, Gazetteer gazetteer, NewContacts contacts, TakeIn takeIn, InviteContacts invite) {
        this.cities = cities;
        this.gazetteer = gazetteer;
        this.contacts = contacts;
        this.takeIn = takeIn;
        this.invite = invite;
    }

    /**
     * The cities on record among which somebody has to say which is meant; none where there can be no doubt. One for which somebody
     * speaks already is never meant by its name alone, since anybody can write it.
     */
    List<Directory.Entry> doubtful(Enquiry enquiry) {
        var named = named(enquiry);
        var isSure = named.size() == 1
                && named.getFirst().country() != null
                && enquiry.country() != null
                && speaking(enquiry, named.getFirst()).isEmpty();
        return isSure ? List.of() : named;
    }

    /** Who speaks for the city already, besides whoever wrote. */
    List<NewContacts.Speaker> speaking(Enquiry enquiry, Directory.Entry city) {
        return contacts.speaking(city.id()).stream()
                .filter(speaker -> !enquiry.email().value().equals(speaker.email()))
                .toList();
    }

    private List<Directory.Entry> named(Enquiry enquiry) {
        return cities.named(enquiry.city(), enquiry.country());
    }

    /**
     * The one on record, else a new one; empty where nobody has said yet which is meant.
     *
     * @param chosen the code of the one that is meant, {@link #NEW} for none of them, empty where nobody was asked
     */
    Optional<Directory.Entry> city(Enquiry enquiry, String chosen) {
        var named = named(enquiry);
        if (named.isEmpty() || chosen.equals(NEW)) {
            var place = enquiry.place() == null
                    ? null
                    : gazetteer.place(enquiry.place()).orElse(null);
            return Optional.of(cities.add(enquiry.city(), enquiry.country(), place));
        }
        return doubtful(enquiry).isEmpty()
                ? Optional.of(named.getFirst())
                : named.stream().filter(city -> city.code().equals(chosen)).findFirst();
    }

    PostId contact(Enquiry enquiry, Directory.Entry city) {
        var locale = Locale.forLanguageTag(enquiry.language());
        return contacts.keyContact(city, enquiry.writer(), enquiry.post(), enquiry.email(), enquiry.language(), locale);
    }

    /** The city takes part, and its contact is written to. */
    void takesPart(Enquiry enquiry, Directory.Entry city, Programme programme) {
        var said = enquiry.lines().stream().map(Enquiry.Line::ofProfile).toList();
        takeIn.takeIn(programme, city.code(), said);
        var locale = Locale.forLanguageTag(enquiry.language());
        invite.invite(programme, List.of(contact(enquiry, city)), true, "", locale);
    }
}
