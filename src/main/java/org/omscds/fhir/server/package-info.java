/**
 * Turns a prefetch with gaps into a fuller one, by asking the FHIR server that the call names.
 *
 * <p>The rule that must hold: only an address that the guard lets pass is asked, with the call's
 * token and for the call's patient; all of it ends at one deadline; and whatever does not come is
 * said as what it is, so that nobody takes "not fetched" for "not there".
 */
@NullMarked
package org.omscds.fhir.server;

import org.jspecify.annotations.NullMarked;
