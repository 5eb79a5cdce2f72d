/**
 * Turns an address that somebody names into leave to call it, or none.
 *
 * <p>The rule that must hold: what is on no list is refused, and a listed name must lead where its
 * list says.
 */
@NullMarked
package org.omscds.trust.outbound;

import org.jspecify.annotations.NullMarked;
