package org.interurban.platform;

import java.io.IOException;
import java.util.stream.Stream;
import org.interurban.platform.archive.RecordImport;
import org.interurban.platform.programmes.Programmes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Fills an empty demonstration with the sample network, through the importer that everyone has. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SampleNetwork implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleNetwork.class);

    private final RecordImport records;
    private final Programmes programmes;

    SampleNetwork(RecordImport records, Programmes programmes) {
        this.records = records;
        this.programmes = programmes;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (programmes.areThere()) {
            return;
        }
        switch (load(records)) {
            case RecordImport.Outcome.Imported(var rows) ->
                LOG.info("Loaded the sample network: {} files", rows.size());
            case RecordImport.Outcome.Refused(var faults) ->
                throw new IllegalStateException("The sample network has faults: " + faults);
        }
    }

    /** Imports every file of the sample that the platform knows, also over what was edited in it. */
    public static RecordImport.Outcome load(RecordImport records) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:sample/*.csv");
        return records.load(
                Stream.of(files)
                        .filter(file -> records.fileNames().contains(file.getFilename()))
                        .toList(),
                true);
    }
}
