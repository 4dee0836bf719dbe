/** What modules tell of their records on pages of others: what can be counted of them; the pages ask and know no kind of record. */
@NullMarked
@ApplicationModule(
        displayName = "Portraits",
        allowedDependencies = {"shared", "authority", "database", "drawing"})
package org.interurban.platform.portraits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
