package org.interurban.platform.directory;

import java.util.List;

/** Who takes part in a programme: asked by lists of cities and of members, answered by the floor that knows programmes. */
public interface TakingPart {

    /** The codes of its participants; none where the reader may not see the programme. */
    List<String> in(String programme);
}
