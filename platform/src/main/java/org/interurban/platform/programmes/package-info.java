/** Cooperation programmes: what they are for, when they run, who is behind them and what themes they set. */
@NullMarked
@ApplicationModule(
        displayName = "Programmes",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "files",
            "archive",
            "sources",
            "taxonomy",
            "directory"
        })
package org.interurban.platform.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
