/**
 * Turns an HTTP request of a CDS client into the cards of a consultation, or into an
 * OperationOutcome that says what is wrong and what to do about it: {@code gate} lets it in, {@code
 * request} reads it, this package answers it, {@code outcome} says why not, {@code discovery} names
 * the services, {@code meter} counts.
 *
 * <p>The rule that must hold: whatever a client sends, it gets JSON with a fitting status, never a
 * stack trace, never a piece of the chart in an error, and never an empty list of cards for a
 * failure. The log gets one line for each call, without patient data.
 */
@NullMarked
package org.omscds.hook;

import org.jspecify.annotations.NullMarked;
