/**
 * Turns what happens to calls into numbers for Prometheus and, where a site wants them, into spans.
 *
 * <p>The rule that must hold: a tag has few values, all of them known at the start and none of them
 * a caller's word; meters are made once and looked up; and no number or span says anything of a
 * patient.
 */
@NullMarked
package org.omscds.hook.meter;

import org.jspecify.annotations.NullMarked;
