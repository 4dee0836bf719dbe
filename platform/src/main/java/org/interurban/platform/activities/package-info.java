/** Visits, meetings and events: planned, held, in the calendar, and agreed by a press in a mail. */
@NullMarked
@ApplicationModule(
        displayName = "Activities",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "delivery",
            "drawing",
            "archive",
            "sheets",
            "portraits",
            "sources",
            "gazetteer",
            "directory",
            "accounts",
            "programmes",
            "partnerships"
        })
package org.interurban.platform.activities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
