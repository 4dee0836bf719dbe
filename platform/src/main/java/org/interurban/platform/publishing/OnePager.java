package org.interurban.platform.publishing;

import java.util.List;
import org.interurban.platform.drawing.LineDiagram;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.lines.PartnershipLine;
import org.interurban.platform.portraits.Note;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.programmes.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** A programme on a sheet of A4: who stands behind it, its pairs, what they did and what they signed. */
record OnePager(
        Programme programme,
        List<Body> bodies,
        List<String> themes,
        List<Pair> pairs,
        @Nullable RouteMap map,
        List<String> documents,
        String asOf) {

    /** @param above the group whose cities host what stands above a line; null where there is but one */
    record Programme(
            ProgrammeId id,
            String code,
            String name,
            @Nullable String abbreviation,
            @Nullable String description,
            boolean published,
            String period,
            @Nullable Integer citiesTotal,
            @Nullable Integer regionsTotal,
            List<String> citiesOfGroups,
            @Nullable String above) {}

    record Body(String role, String names) {}

    /** One partnership with its line; {@code besides} is what the line cannot date. */
    record Pair(
            PartnershipLine line,
            LineDiagram diagram,
            List<Stage> initiatives,
            List<Stage> exchange,
            List<Note> agreements,
            List<Note> plans,
            List<Step> besides) {}

    /** What has come equally far. */
    record Stage(String state, List<String> texts) {}
}
