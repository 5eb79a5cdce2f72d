package org.omscds.finding;

import org.omscds.patient.ClinicalDate;

/**
 * Where something stands in the chart. It travels from the resource to the card.
 *
 * @param reference {@code Type/id} of the resource
 * @param seen the words or the code's display as they stand there
 * @param date when it was so, or was written down
 */
public record Evidence(String reference, String seen, ClinicalDate date) {}
