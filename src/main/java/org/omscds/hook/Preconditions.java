package org.omscds.hook;

import java.util.List;
import org.omscds.fhir.Element;
import org.omscds.fhir.FetchFailure;
import org.omscds.fhir.FhirNode;
import org.omscds.fhir.Prefetch;
import org.omscds.fhir.PrefetchKey;
import org.omscds.fhir.Prefetched;
import org.omscds.hook.outcome.HookRefusal;
import org.omscds.hook.request.HookCall;
import org.omscds.recommendation.Hook;
import org.omscds.wire.OperationOutcome;
import org.springframework.http.HttpStatus;

/**
 * What must be there before a consultation can be held at all: the patient, and, but for orders
 * that are being written, the conditions or the observations. Without them the standard wants 412
 * (cds-hooks_2.0@54); whatever else is missing becomes a gap that the answer names.
 */
final class Preconditions {

  private Preconditions() {}

  /**
   * The Patient resource of a call that can be answered.
   *
   * @throws HookRefusal if it cannot
   */
  static FhirNode patient(Hook hook, HookCall call) {
    Prefetch prefetch = call.prefetch();
    FhirNode patient = patient(prefetch, call.request().context().patientId());
    String conditions = missing(prefetch.state(PrefetchKey.CONDITIONS));
    String observations = missing(prefetch.state(PrefetchKey.OBSERVATIONS));
    if (needsChart(hook, call) && !conditions.isEmpty() && !observations.isEmpty()) {
      throw unmet(
          "Neither the conditions nor the observations of the patient could be obtained.",
          "Prefetch key 'conditions': "
              + conditions
              + "; prefetch key 'observations': "
              + observations
              + ". Send at least one of the two; null says that there are none.");
    }
    return patient;
  }

  /** An order is checked as far as the chart is known; what was just added is a condition. */
  private static boolean needsChart(Hook hook, HookCall call) {
    return switch (hook) {
      case PATIENT_VIEW, ENCOUNTER_START, ENCOUNTER_DISCHARGE -> true;
      case PROBLEM_LIST_ITEM_CREATE -> call.carried().conditions().isEmpty();
      case ORDER_SELECT, ORDER_SIGN -> false;
    };
  }

  private static FhirNode patient(Prefetch prefetch, String patientId) {
    return switch (prefetch.state(PrefetchKey.PATIENT)) {
      case Prefetched.Absent _ -> throw patientUnmet("absent");
      case Prefetched.NotFetched(FetchFailure why) -> throw patientUnmet(absentAnd(why));
      case Prefetched.KnownEmpty _ -> throw patientUnmet("null");
      case Prefetched.Failed(String why) -> throw patientUnmet(why);
      case Prefetched.Resources(List<FhirNode> resources, _, _, _) -> patient(resources, patientId);
    };
  }

  private static FhirNode patient(List<FhirNode> resources, String patientId) {
    List<FhirNode> patients =
        resources.stream().filter(each -> each.resourceType().equals("Patient")).toList();
    if (patients.isEmpty()) {
      throw patientUnmet("holds no Patient resource");
    }
    return patients.stream()
        .filter(each -> each.text(Element.ID).orElse("").equals(patientId))
        .findFirst()
        .orElseThrow(
            () -> patientUnmet("holds a Patient whose id is not the one of context.patientId"));
  }

  /** Why a key is missing, or the empty text where it is not. */
  private static String missing(Prefetched state) {
    return switch (state) {
      case Prefetched.Absent _ -> "absent";
      case Prefetched.NotFetched(FetchFailure why) -> absentAnd(why);
      case Prefetched.Failed(String why) -> why;
      case Prefetched.KnownEmpty _, Prefetched.Resources _ -> "";
    };
  }

  private static String absentAnd(FetchFailure why) {
    return "absent, and " + why.words();
  }

  private static HookRefusal patientUnmet(String why) {
    return unmet(
        "The patient could not be obtained.",
        "Prefetch key 'patient': " + why + ". Send the Patient that context.patientId names.");
  }

  private static HookRefusal unmet(String text, String diagnostics) {
    return new HookRefusal(
        HttpStatus.PRECONDITION_FAILED, OperationOutcome.error("processing", text, diagnostics));
  }
}
