/**
 * What a request passes before anybody reads it: limits of size, time and number, browser origins,
 * and the end of the service.
 *
 * <p>The rule that must hold: whoever is turned away here can still read why, and nothing of the
 * body has been looked at.
 */
@NullMarked
package org.omscds.hook.gate;

import org.jspecify.annotations.NullMarked;
