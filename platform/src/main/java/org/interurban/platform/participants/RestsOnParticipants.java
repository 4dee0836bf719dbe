package org.interurban.platform.participants;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.interurban.platform.programmes.ProgrammeId;

/** Knows what rests on a body's part in a programme; a bean of each module that has such things, for whoever ends the part. */
public interface RestsOnParticipants {

    /** @param kind as in {@code partnership}: the ending of a message {@code participants.rests.partnership} */
    record Thing(String kind, String name, String link) {}

    List<Thing> of(ProgrammeId programme, Collection<String> organisations, Locale locale);
}
