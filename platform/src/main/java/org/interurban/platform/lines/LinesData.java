package org.interurban.platform.lines;

import java.util.List;
import java.util.Map;
import org.interurban.platform.lines.LineData.Stop;
import org.interurban.platform.lines.PartnershipLines.InProgramme;
import org.interurban.platform.sources.Conclusion;

/**
 * The lines of a programme for programs, with what concerns all of them.
 *
 * @param total how many partnerships there are, of which {@code lines} are as many as a page draws
 * @param shared the steps of the whole programme
 */
record LinesData(String programme, String name, long total, List<LineData> lines, List<Stop> shared, String page) {

    /** @param site before the addresses of pages, without a slash at the end */
    static LinesData of(
            ProgrammePortraits.Programme programme,
            InProgramme read,
            Map<String, List<Conclusion>> concluded,
            String site) {
        return new LinesData(
                programme.code(),
                programme.name(),
                read.total(),
                read.partnerships().stream()
                        .map(line -> LineData.of(line, concluded, site))
                        .toList(),
                read.common().stream()
                        .map(step -> LineData.stop(step, true, concluded, site))
                        .toList(),
                site + "/programmes/" + programme.code());
    }
}
