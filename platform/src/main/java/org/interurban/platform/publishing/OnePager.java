package org.interurban.platform.publishing;

import java.time.LocalDate;
import java.util.List;
import org.interurban.platform.drawing.LineDiagram;
import org.interurban.platform.drawing.RouteMap;
import org.interurban.platform.lines.PartnershipLine;
import org.interurban.platform.portraits.Note;
import org.interurban.platform.portraits.Step;
import org.interurban.platform.programmes.FundingLine;
import org.interurban.platform.programmes.ProgrammeId;
import org.interurban.platform.shared.PartialPeriod;
import org.interurban.platform.shared.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A programme on a sheet of A4: who stands behind it, its pairs, what they did and what they signed.
 *
 * @param named pairs of which nothing else is on record
 * @param timetable all lines on one axis, where each of its own would take more than a sheet
 * @param common what concerns the whole programme and stands on no line
 * @param maps one with routes, or several closer ones on which numbers lead from a city to its pair
 * @param disputed what documents tell differently, for those who work on it
 * @param concluded what no document states and was concluded from others
 */
record OnePager(
        Programme programme,
        List<Body> bodies,
        List<String> themes,
        List<Pair> pairs,
        List<Named> named,
        @Nullable LineDiagram timetable,
        List<Common> common,
        List<RouteMap> maps,
        List<String> documents,
        List<String> disputed,
        List<String> concluded,
        String asOf) {

    /** @param above the group whose cities host what stands above a line; null where there is but one */
    record Programme(
            ProgrammeId id,
            String code,
            String name,
            @Nullable String abbreviation,
            @Nullable String description,
            boolean published,
            String from,
            String to,
            @Nullable Integer citiesTotal,
            @Nullable Integer regionsTotal,
            List<String> citiesOfGroups,
            @Nullable String above,
            FundingLine funding) {}

    record Body(String role, String names) {}

    /** Of the whole programme: an event, an agreement. */
    record Common(
            String title,
            @Nullable String language,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            Precision precision) {

        static Common of(Step step) {
            var when = step.when();
            return new Common(step.title(), step.titleLanguage(), when.from(), when.to(), when.precision());
        }

        public PartialPeriod when() {
            return new PartialPeriod(fromOn, toOn, precision);
        }
    }

    /** @param number of the pair on the maps */
    record Named(int number, PartnershipLine line) {}

    /**
     * One partnership with its line; {@code besides} is what the line cannot date.
     *
     * @param diagram null where the line stands among the others
     * @param sources the numbers of the documents on which its actions and agreements rest
     */
    record Pair(
            PartnershipLine line,
            @Nullable LineDiagram diagram,
            List<Stage> initiatives,
            List<Stage> exchange,
            List<Note> agreements,
            List<Note> plans,
            List<Step> besides,
            List<Integer> sources) {

        /** Nothing of it is on record but who takes part. */
        boolean isBare() {
            return !line.hasStations()
                    && initiatives.isEmpty()
                    && exchange.isEmpty()
                    && agreements.isEmpty()
                    && plans.isEmpty()
                    && besides.isEmpty();
        }
    }

    /** What has come equally far. */
    record Stage(String state, List<String> texts) {}
}
