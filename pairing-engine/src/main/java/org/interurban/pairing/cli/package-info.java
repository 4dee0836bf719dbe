/** The command line: solve, verify, explain and backtest from files, without server or database. */
@NullMarked
package org.interurban.pairing.cli;

import org.jspecify.annotations.NullMarked;
