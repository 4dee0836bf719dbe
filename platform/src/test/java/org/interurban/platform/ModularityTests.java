package org.interurban.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Platform.class);

    @Test
    void modulesKnowOnlyWhatTheyMay() {
        modules.verify();
    }
}
