/** What partners have agreed and what they do about it: agreements and the actions of their plans. */
@NullMarked
@ApplicationModule(
        displayName = "Plans",
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
            "directory",
            "accounts",
            "programmes",
            "partnerships"
        })
package org.interurban.platform.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
