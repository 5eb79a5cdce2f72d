/**
 * Holds what is looked up: codes, findings, criteria, drugs, orders, cards and their sources, read
 * from the data files in {@code resources/knowledge} once, at start-up.
 *
 * <p>The rule that must hold: a knowledge file that is wrong in any way stops the start, and the
 * message says which file, which line and what is allowed there.
 */
@NullMarked
package org.omscds.knowledge;

import org.jspecify.annotations.NullMarked;
