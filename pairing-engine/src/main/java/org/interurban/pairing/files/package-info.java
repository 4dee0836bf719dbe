/** The files of the command line: tables in CSV and rules in YAML, read whole, with every fault at its place. */
@NullMarked
package org.interurban.pairing.files;

import org.jspecify.annotations.NullMarked;
