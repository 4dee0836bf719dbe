/** What all pages and interfaces share: the frame, lists that filter, sort, page and download, errors that help. */
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared", "authority", "database"})
package org.interurban.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
