/**
 * Holds the JSON of CDS Hooks 2.0.1 as records, named and spelled as the standard names and spells
 * it: what a client sends comes in as a {@link org.omscds.wire.HookRequest}, what it gets goes out
 * as a {@link org.omscds.wire.CdsResponse} or an {@link org.omscds.wire.OperationOutcome}.
 *
 * <p>The rule that must hold: a record that exists keeps the rules of the standard, because its
 * constructor refuses what breaks them and names the member; and no null, no empty text and no
 * empty list is ever written, {@code cards} alone excepted.
 */
@NullMarked
package org.omscds.wire;

import org.jspecify.annotations.NullMarked;
