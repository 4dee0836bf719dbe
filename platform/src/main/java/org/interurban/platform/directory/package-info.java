/** Cities and all other bodies the network knows, under every name they go by; their sites, people and posts. */
@NullMarked
@ApplicationModule(displayName = "Directory")
package org.interurban.platform.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
