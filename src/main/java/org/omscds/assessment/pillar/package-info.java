/**
 * Turns findings into the four pillars of the criteria: eyes, motor, behaviour and tumour, within
 * one episode.
 */
@NullMarked
package org.omscds.assessment.pillar;

import org.jspecify.annotations.NullMarked;
