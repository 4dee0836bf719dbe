package org.interurban.platform.web;

import java.util.List;
import org.interurban.platform.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What its administrators decided for the network as a whole; what is null is as it was configured, or was not stated.
 *
 * @param name as it calls itself, in the header of every page
 * @param licence under which its data may be used, in words
 * @param licenceAddress where the licence stands
 * @param securityContact to whom holes are told: an address of mail, or of a page
 * @param mailFrom the sender of mail
 * @param opensNew whether what is new is preset to be seen by everyone
 * @param logo the address of its picture
 * @param languages of the pages, among those that they are written in; all of them where it names none
 */
public record NetworkSettings(
        @Nullable LocalizedText name,
        @Nullable LocalizedText contact,
        @Nullable LocalizedText imprint,
        @Nullable LocalizedText privacy,
        @Nullable LocalizedText accessibility,
        @Nullable LocalizedText licence,
        @Nullable String licenceAddress,
        @Nullable String securityContact,
        @Nullable String mailFrom,
        List<String> languages,
        boolean opensNew,
        @Nullable String logo,
        int version) {

    public static final int NAME_LENGTH = 100;
    public static final int PAGE_LENGTH = 20_000;
    public static final int LICENCE_LENGTH = 2_000;
    public static final int ADDRESS_LENGTH = 500;

    public NetworkSettings {
        languages = List.copyOf(languages);
    }

    /** Its languages as one text, with commas between them. */
    public String getTags() {
        return String.join(",", languages);
    }
}
