/** Cities bound to each other: who belongs, on what theme, and whom to write to. */
@NullMarked
@ApplicationModule(
        displayName = "Partnerships",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "delivery",
            "archive",
            "portraits",
            "sheets",
            "sources",
            "taxonomy",
            "directory",
            "accounts",
            "programmes",
            "participants"
        })
package org.interurban.platform.partnerships;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
