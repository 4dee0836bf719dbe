/** The way in: cities that ask to take part before they have an account, and what becomes of them. */
@NullMarked
@ApplicationModule(
        displayName = "Enquiries",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "delivery",
            "gazetteer",
            "taxonomy",
            "accounts",
            "directory",
            "people",
            "membership",
            "programmes",
            "participants",
            "invitations"
        })
package org.interurban.platform.enquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
