package org.omscds.finding.result;

import org.omscds.knowledge.Specimen;
import org.omscds.patient.ClinicalDate;
import org.omscds.patient.ObservedValue;

/**
 * One result of one test.
 *
 * @param test id of the test in {@code results.yaml}
 * @param preliminary whether it may still change
 * @param value what the resource holds: a number with its unit, a coded answer, words, or nothing
 * @param date when the specimen was taken or the scan was made
 * @param reference {@code Type/id} of the resource
 * @param element the element of the resource that holds it, as FHIR names it
 * @param seen the name of the test and its value, as they stand there
 */
public record TestResult(
    String test,
    Outcome outcome,
    boolean preliminary,
    ObservedValue value,
    Specimen specimen,
    Confirmation confirmation,
    ClinicalDate date,
    String reference,
    String element,
    String seen) {

  /** A result of a resource as a whole. */
  public TestResult(
      String test,
      Outcome outcome,
      boolean preliminary,
      ObservedValue value,
      Specimen specimen,
      Confirmation confirmation,
      ClinicalDate date,
      String reference,
      String seen) {
    this(test, outcome, preliminary, value, specimen, confirmation, date, reference, "", seen);
  }

  /** Whether it answers the question of the test, be it with yes or no. */
  public boolean isAnswer() {
    return switch (outcome) {
      case POSITIVE, NEGATIVE, LOW -> true;
      case INDETERMINATE, PENDING -> false;
    };
  }

  /** The same result, with what is known of a second method. */
  TestResult with(Confirmation changed) {
    return new TestResult(
        test, outcome, preliminary, value, specimen, changed, date, reference, element, seen);
  }

  /** Whether what the test looks for was found, in a result that will not change. */
  public boolean isFinalPositive() {
    return outcome == Outcome.POSITIVE && !preliminary;
  }

  /** Whether it was looked for and not found, in a result that will not change. */
  public boolean isFinalNegative() {
    return outcome == Outcome.NEGATIVE && !preliminary;
  }
}
