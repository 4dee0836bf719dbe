package org.interurban.platform.enquiries;

import java.util.List;
import java.util.Locale;
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

    /** The one on record, else a new one. */
    Directory.Entry city(Enquiry enquiry) {
        var place = enquiry.place() == null
                ? null
                : gazetteer.place(enquiry.place()).orElse(null);
        return cities.known(enquiry.city(), enquiry.country(), place);
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
