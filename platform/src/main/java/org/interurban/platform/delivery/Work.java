package org.interurban.platform.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of work that takes longer than a person waits for a page; a bean of the module that knows how to do it. It may run
 * again from the start after the machine went down in the middle, so doing it twice must do no harm.
 */
public interface Work {

    /** Module and name, as {@code "gazetteer.places"}; people read the message {@code gazetteer.job.places}. */
    String kind();

    /** @return the address of a page that shows what came out, null where there is none */
    @Nullable
    String run(Map<String, String> parameters, Progress progress) throws Exception;

    /** How far the work is. */
    interface Progress {

        void outOf(long total);

        /** To be called often; it writes no more than needed. Ends the work by an exception once a person has cancelled it. */
        void reached(long done);
    }
}
