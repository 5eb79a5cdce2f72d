/**
 * Shows what the service does and why: the reasons of a call as data, the knowledge behind it, and
 * the pages on which anyone can look at both.
 *
 * <p>Nothing is decided here and nothing is remembered: what stands in a consultation is put into
 * words, with the place in the chart beside each.
 */
@NullMarked
package org.omscds.workbench;

import org.jspecify.annotations.NullMarked;
