/**
 * Turns a patient record into findings: what the chart says, by whom and when, with the place where
 * it stands, and what was seen but not counted, with the reason.
 *
 * <p>The rule that must hold: what the chart does not say is unknown, never absent.
 */
@NullMarked
package org.omscds.finding;

import org.jspecify.annotations.NullMarked;
