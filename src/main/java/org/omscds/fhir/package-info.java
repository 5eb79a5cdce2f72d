/**
 * Turns FHIR JSON, as EHRs really send it, into lean nodes that hold only what the medicine reads.
 *
 * <p>The rule that must hold: no shape of JSON makes this room throw; what it cannot use it leaves
 * out, and what the client could not supply it says.
 */
@NullMarked
package org.omscds.fhir;

import org.jspecify.annotations.NullMarked;
