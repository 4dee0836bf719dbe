/** What may be printed of the network: words of named people, with what they said of its use. */
@NullMarked
@ApplicationModule(
        displayName = "Press",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "archive",
            "sheets",
            "sources",
            "directory"
        })
package org.interurban.platform.press;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
