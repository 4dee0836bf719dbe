/** Sign-in, sessions, roles assigned to people and the scopes they are held in. */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"shared", "authority", "web", "audit", "delivery"})
package org.interurban.platform.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
