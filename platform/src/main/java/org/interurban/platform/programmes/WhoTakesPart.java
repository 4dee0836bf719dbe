package org.interurban.platform.programmes;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * Who takes part in a programme: asked by programmes, answered by the floor that keeps participants. Where {@code programme} is a text
 * it is how a statement names the id of a programme, and the answer is a part of that statement.
 */
public interface WhoTakesPart {

    /** How many bodies. */
    String counted(String programme);

    /** That one of them lies in the country of the parameter {@code :country}. */
    String oneFromCountry(String programme);

    /** That the body of the parameter {@code :city} is or was among them. */
    String oneIsCity(String programme);

    /** Their names as an array. */
    String names(String programme);

    /** The tables that the names rest on, and the codes of programmes that a change of one touches, as a source of search has them. */
    Map<String, String> touched();

    /** Names by code. */
    Map<String, String> names(ProgrammeId programme, Locale locale);

    /** Brings bodies with their profiles from one programme into another. */
    void copy(ProgrammeId from, ProgrammeId to, Collection<String> organisations);
}
