/**
 * Turns the FHIR nodes of one request into a patient record: the facts of the chart, each with the
 * reference of the resource it came from.
 *
 * <p>The rule that must hold: everything that the medicine will look at is a value in the record,
 * the date of the consultation included, and nothing that was left out is left out silently.
 */
@NullMarked
package org.omscds.patient;

import org.jspecify.annotations.NullMarked;
