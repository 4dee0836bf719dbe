/** Rounds of pairing: cities' profiles in, exact and explained proposals out, worked on at a bench and made partnerships. */
@NullMarked
@ApplicationModule(
        displayName = "Pairing",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "delivery",
            "files",
            "drawing",
            "taxonomy",
            "directory",
            "programmes",
            "participants",
            "partnerships"
        })
package org.interurban.platform.pairing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
