/** Those who speak for the cities of a programme get their accounts and letters, in one press from the programme's contacts. */
@NullMarked
@ApplicationModule(
        displayName = "Invitations",
        allowedDependencies = {
            "shared",
            "authority",
            "web",
            "audit",
            "delivery",
            "sheets",
            "directory",
            "accounts",
            "people",
            "programmes"
        })
package org.interurban.platform.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
