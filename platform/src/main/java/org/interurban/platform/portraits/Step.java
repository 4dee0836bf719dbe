package org.interurban.platform.portraits;

import java.util.Collection;
import org.interurban.platform.drawing.Station;
import org.interurban.platform.shared.Identifier;
import org.interurban.platform.shared.PartialPeriod;
import org.jspecify.annotations.Nullable;

/** Something that a partnership or its whole programme did, signed or means to do, as the module that keeps it tells it. */
public interface Step {

    /** Whose it is; null where it concerns the whole programme. */
    @Nullable
    Identifier partnership();

    /** As documents call its kind. */
    String kind();

    String code();

    String title();

    /** The language in which the title is shown; null where nobody said, as for {@link #aboutLanguage}. */
    @Nullable
    String titleLanguage();

    /** What it was about. */
    @Nullable
    String about();

    @Nullable
    String aboutLanguage();

    PartialPeriod when();

    /** Its place on a line of its own; null for what is not drawn. */
    @Nullable
    Station station();

    /** The same among other lines, where there is room for little. */
    default @Nullable Station shortly() {
        return station();
    }

    /** How many documents' readings of it disagree, opened beside the line; 0 where they stand below the page. */
    default int readings() {
        return 0;
    }

    /** Whether people of the cities meet in it: the latest one held is the last contact, the nearest one ahead the next stop. */
    default boolean isContact() {
        return false;
    }

    /** Of what concerns a whole programme: whether it is a step on the line of these members, too, since they took part. */
    default boolean tookPart(Collection<? extends Identifier> members) {
        return false;
    }

    /** Of what concerns a whole programme: whether it began with it, so that a timetable joins all lines there. */
    default boolean isOpening() {
        return false;
    }
}
