/**
 * Follows known OMS in time: severity scores, treatment and its response, worsening and what may
 * have set it off.
 *
 * <p>The rule that must hold: scores of different scales never meet in one comparison, and what
 * nobody recorded, a duration among it, stays unknown.
 */
@NullMarked
package org.omscds.assessment.course;

import org.jspecify.annotations.NullMarked;
