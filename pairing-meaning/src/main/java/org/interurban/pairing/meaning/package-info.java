/** A small English sentence model that runs on this machine, for the pairing engine. */
@NullMarked
package org.interurban.pairing.meaning;

import org.jspecify.annotations.NullMarked;
