package org.interurban.pairing.scoring;

import java.util.List;
import org.interurban.pairing.Participant;

/**
 * What one participant says of itself to a round.
 *
 * @param country ISO 3166-1 alpha-2, or empty when unknown
 */
public record Profile(
        Participant participant,
        String name,
        String country,
        List<Offer> offers,
        List<Seek> seeks,
        Setting setting,
        Ties ties) {

    public Profile {
        offers = List.copyOf(offers);
        seeks = List.copyOf(seeks);
    }

    /** A participant of which nothing is known but its name. */
    public static Profile empty(Participant participant, String name) {
        return new Profile(participant, name, "", List.of(), List.of(), Setting.UNKNOWN, Ties.UNKNOWN);
    }

    public String id() {
        return participant.id();
    }

    public Profile withLines(List<Offer> otherOffers, List<Seek> otherSeeks) {
        return new Profile(participant, name, country, otherOffers, otherSeeks, setting, ties);
    }

    public Profile with(Setting other) {
        return new Profile(participant, name, country, offers, seeks, other, ties);
    }

    public Profile with(Ties other) {
        return new Profile(participant, name, country, offers, seeks, setting, other);
    }

    /** Whether this participant has ruled the other out, by id or by country. */
    boolean excludes(Profile other) {
        return ties.excluded().contains(other.id())
                || (!other.country.isEmpty() && ties.excluded().contains(other.country));
    }
}
