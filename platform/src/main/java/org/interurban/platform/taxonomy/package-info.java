/** Lists of themes and goals that others classify by, and how they correspond. */
@NullMarked
@ApplicationModule(
        displayName = "Taxonomy",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "search",
            "archive",
            "sheets",
            "sources"
        })
package org.interurban.platform.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
