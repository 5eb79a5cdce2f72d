/**
 * Says whom this service trusts: which servers it may call.
 *
 * <p>The rule that must hold: an address that a client names is never called before this room has
 * let it pass, and what is on no list is refused.
 */
@NullMarked
package org.omscds.trust;

import org.jspecify.annotations.NullMarked;
