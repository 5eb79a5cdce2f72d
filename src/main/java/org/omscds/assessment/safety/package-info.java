/**
 * Turns the orders that are being written into hazards: what is checked before they are signed.
 *
 * <p>The rule that must hold: what must be known and is not on record is a hazard too, and a draft
 * never counts as given.
 */
@NullMarked
package org.omscds.assessment.safety;

import org.jspecify.annotations.NullMarked;
