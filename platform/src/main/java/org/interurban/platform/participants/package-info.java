/** Who takes part in a programme, in which group of it, and what each participant offers, seeks and is interested in. */
@NullMarked
@ApplicationModule(
        displayName = "Participants",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "delivery",
            "portraits",
            "archive",
            "sheets",
            "sources",
            "taxonomy",
            "gazetteer",
            "directory",
            "programmes"
        })
package org.interurban.platform.participants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
