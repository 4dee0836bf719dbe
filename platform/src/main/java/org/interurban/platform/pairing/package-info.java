/** Rounds of pairing: cities' profiles in, exact and explained proposals out, worked on at a bench and made partnerships. */
@NullMarked
@ApplicationModule(displayName = "Pairing")
package org.interurban.platform.pairing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
