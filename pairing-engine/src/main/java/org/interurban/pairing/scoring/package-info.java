/** From what cities say of themselves to scores whose every part shows what it rests on. */
@NullMarked
package org.interurban.pairing.scoring;

import org.jspecify.annotations.NullMarked;
