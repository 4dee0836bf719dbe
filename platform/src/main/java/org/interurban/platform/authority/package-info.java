/** Who may do what, and where: the permission tree, its declarations on handlers, the rights of the current person. */
@NullMarked
@ApplicationModule(
        displayName = "Authority",
        allowedDependencies = {"shared"})
package org.interurban.platform.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
