/**
 * Turns an assessment into recommendations: which cards are called for, what they suggest, and what
 * was held back and why.
 *
 * <p>The rule that must hold: nothing is suggested that is done or on its way, and nothing that was
 * held back is lost.
 */
@NullMarked
package org.omscds.recommendation;

import org.jspecify.annotations.NullMarked;
