/** What the network hands out: the one-pager of a programme, as page and PDF. */
@NullMarked
@ApplicationModule(
        displayName = "Publishing",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "files",
            "drawing",
            "portraits",
            "sources",
            "programmes",
            "lines"
        })
package org.interurban.platform.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
