package org.interurban.pairing.cli;

import java.util.Set;
import org.interurban.pairing.files.RoundFiles;

/** The options by which a round's files are named. */
final class RoundOptions {

    static final Set<String> NAMES = Set.of("--participants", "--offers", "--seeks", "--topics", "--scores", "--rules");

    private RoundOptions() {}

    static RoundFiles files(Arguments arguments) throws UsageException {
        return new RoundFiles(
                arguments.required("--participants"),
                arguments.path("--offers"),
                arguments.path("--seeks"),
                arguments.path("--topics"),
                arguments.path("--scores"),
                arguments.path("--rules"));
    }
}
