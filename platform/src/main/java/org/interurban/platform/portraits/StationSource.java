package org.interurban.platform.portraits;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.interurban.platform.database.Exchange;

/** A kind of record that stands on the lines of partnerships and on their pages; a bean of the module that keeps it. */
public interface StationSource {

    /** Where it stands on the page of a partnership, lower first. */
    int place();

    /** Whether it is told on the page of a partnership only, not where lines of many stand beside each other. */
    default boolean onOwnPageOnly() {
        return false;
    }

    /** @param partnerships a select of the ids of partnerships */
    Supplier<List<Told>> ofPartnerships(Exchange exchange, String partnerships, View view);

    /** What concerns a whole programme. @param programme an expression for its id */
    default Supplier<List<? extends Step>> ofProgramme(Exchange exchange, String programme, View view) {
        return List::of;
    }

    /** The form by which the reader answers a step that is only proposed: the fragment {@code answer} of a template. */
    default Optional<Shown> answer(Step step, View view) {
        return Optional.empty();
    }
}
