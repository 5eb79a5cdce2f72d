/**
 * Turns a patient record into a consultation: record, findings, assessment and recommendations in
 * one value, which cards, pages and reports then read.
 *
 * <p>The rule that must hold: the same record gives the same consultation, whoever asks and when.
 */
@NullMarked
package org.omscds.consultation;

import org.jspecify.annotations.NullMarked;
