/** The pairing engine beside its peers: CPU time, peak memory and their ratios. */
@NullMarked
package org.interurban.benchmarks.pairing;

import org.jspecify.annotations.NullMarked;
