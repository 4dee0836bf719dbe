/** Scores in, exact pairing with a certificate out. */
@NullMarked
package org.interurban.pairing;

import org.jspecify.annotations.NullMarked;
