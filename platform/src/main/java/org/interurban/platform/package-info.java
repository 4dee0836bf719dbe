/** A modular monolith: each package below is one module with a small door. */
@NullMarked
package org.interurban.platform;

import org.jspecify.annotations.NullMarked;
