/** Cities are asked what they think of the partners that a round proposes to them, by page and by mail, and answer. */
@NullMarked
@ApplicationModule(
        displayName = "Consultation",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "audit",
            "delivery",
            "directory",
            "accounts",
            "invitations",
            "pairing"
        })
package org.interurban.platform.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
