/** Cooperation programmes: what they are for, who takes part, and what each participant offers and seeks. */
@NullMarked
@ApplicationModule(displayName = "Programmes")
package org.interurban.platform.programmes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
