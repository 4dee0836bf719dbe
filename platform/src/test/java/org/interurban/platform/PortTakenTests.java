package org.interurban.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.io.support.SpringFactoriesLoader;

class PortTakenTests {

    @Test
    void namesThePortAndTheOptionThatChoosesAnother() {
        var analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, failure) -> {}); // some need a running application
        AnnotationAwareOrderComparator.sort(analyzers);

        var said = analyzers.stream()
                .map(analyzer -> analyzer.analyze(new IllegalStateException(new PortInUseException(8080))))
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElseThrow();

        assertThat(said.getDescription()).contains("Port 8080");
        assertThat(said.getAction()).contains("--port 8081");
    }
}
