/** Documents to keep and to print, and delimited text to read. */
@NullMarked
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"authority", "web"})
package org.interurban.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
