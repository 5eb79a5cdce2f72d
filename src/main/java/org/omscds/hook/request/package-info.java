/**
 * Reads the body of a call and of feedback, from bytes to records.
 *
 * <p>The rule that must hold: what cannot be read is refused with its place and with the way out,
 * never with the text that stands there.
 */
@NullMarked
package org.omscds.hook.request;

import org.jspecify.annotations.NullMarked;
