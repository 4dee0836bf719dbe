/** The portraits of a programme, a partnership and a city: their lines, facts and sources, drawn from everything below. */
@NullMarked
@ApplicationModule(
        displayName = "Lines",
        allowedDependencies = {
            "shared",
            "authority",
            "database",
            "web",
            "drawing",
            "files",
            "portraits",
            "sources",
            "gazetteer",
            "directory",
            "people",
            "programmes",
            "partnerships",
            "invitations"
        })
package org.interurban.platform.lines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
