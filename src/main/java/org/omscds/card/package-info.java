/**
 * Turns a consultation into the cards of CDS Hooks: summary, detail, suggestions with their draft
 * resources, override reasons.
 *
 * <p>The rule that must hold: every card says what it rests on and what it does not know, names its
 * source, and proposes nothing that carries a dose.
 */
@NullMarked
package org.omscds.card;

import org.jspecify.annotations.NullMarked;
