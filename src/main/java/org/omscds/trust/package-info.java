/**
 * Turns a request into a known caller with what is allowed to it, or into a refusal without
 * details; and keeps the trail of who asked about whom.
 *
 * <p>The rule that must hold: nobody is let in by a token that this room has not checked in full,
 * and a service that is not fit to be called does not start.
 */
@NullMarked
package org.omscds.trust;

import org.jspecify.annotations.NullMarked;
