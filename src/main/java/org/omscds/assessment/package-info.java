/**
 * Turns findings into an assessment: the four pillars, the published criteria, the tiers of
 * suspicion before they are met, and the facts that the decision table asks about.
 *
 * <p>The rule that must hold: every verdict names the evidence it rests on, and an unknown never
 * makes a verdict stronger.
 */
@NullMarked
package org.omscds.assessment;

import org.jspecify.annotations.NullMarked;
