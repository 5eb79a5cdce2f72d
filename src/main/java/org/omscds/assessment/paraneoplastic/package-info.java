/**
 * Turns results, recorded cancers and scans into what the search for a paraneoplastic cause asks:
 * what antibody there is, what cancer, and whether anybody looked.
 *
 * <p>The rule that must hold: what nobody looked for is unknown, never "not found".
 */
@NullMarked
package org.omscds.assessment.paraneoplastic;

import org.jspecify.annotations.NullMarked;
