/**
 * Turns findings into what else the chart makes one think of: the differential diagnosis, triggers,
 * and what is recorded beside the pillars. Nothing here lowers a tier or withholds a search for a
 * tumour.
 */
@NullMarked
package org.omscds.assessment.mimic;

import org.jspecify.annotations.NullMarked;
