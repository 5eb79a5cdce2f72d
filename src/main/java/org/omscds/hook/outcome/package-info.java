/**
 * How answers are written as JSON, and how a refusal or a failure becomes an OperationOutcome with
 * a fitting status.
 *
 * <p>The rule that must hold: an answer says what is wrong and what to do about it; neither it nor
 * the log quotes the chart, and no failure looks like an empty list of cards.
 */
@NullMarked
package org.omscds.hook.outcome;

import org.jspecify.annotations.NullMarked;
