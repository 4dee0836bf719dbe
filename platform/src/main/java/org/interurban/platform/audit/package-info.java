/** The trail of domain acts (who, when, what, why), sealed so that a later change shows; and the past of single rows. */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"shared", "authority", "web"})
package org.interurban.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
