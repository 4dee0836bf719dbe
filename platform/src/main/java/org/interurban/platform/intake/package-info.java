/** Records brought in from sheets: the platform's own files all at once, and any sheet of an officer column by column. */
@NullMarked
@ApplicationModule(displayName = "Intake", type = ApplicationModule.Type.OPEN)
package org.interurban.platform.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
