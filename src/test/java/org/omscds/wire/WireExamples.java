package org.omscds.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One full example of every record on the wire, for tests that want them all. */
final class WireExamples {

  static final Coding CODING =
      new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "PATOBJ", "Patient objects");
  static final Source SOURCE =
      new Source("OMS", "https://oms.example.org/about", "https://oms.example.org/a.png", CODING);
  static final Action ACTION =
      new Action(ActionType.CREATE, "Draft order", draftOrder(), "ServiceRequest/a");
  static final Suggestion SUGGESTION =
      new Suggestion("Order it", "5e0a3a1e-3283-4575-ab82-028d55fe2719", true, List.of(ACTION));
  static final Link LINK =
      new Link("Score", "https://oms.example.org/launch", LinkType.SMART, "{\"score\":1}");
  static final Card CARD =
      new Card(
          "0c1e6f3a-8a53-4b1c-9d0e-6e0a3d6d2f11",
          "Findings fit possible opsoclonus-myoclonus syndrome",
          "**Found:** opsoclonus.",
          Indicator.WARNING,
          SOURCE,
          List.of(SUGGESTION),
          SelectionBehavior.AT_MOST_ONE,
          List.of(CODING),
          List.of(LINK),
          Map.of("org.example.a", Map.of("b", "c")));
  static final FhirAuthorization AUTHORIZATION =
      new FhirAuthorization("opaque", "Bearer", 300, "patient/Patient.rs", "oms-cds", "p1");
  static final HookContext CONTEXT = new HookContext("Practitioner/7", "p1", "e1");
  static final OperationOutcome.Details DETAILS = new OperationOutcome.Details("It failed.");
  static final OperationOutcome.Issue ISSUE =
      new OperationOutcome.Issue("error", "processing", DETAILS, "Try again.");

  static final List<Record> FULL =
      List.of(
          CODING,
          SOURCE,
          ACTION,
          SUGGESTION,
          LINK,
          CARD,
          AUTHORIZATION,
          CONTEXT,
          DETAILS,
          ISSUE,
          new OperationOutcome("OperationOutcome", List.of(ISSUE)),
          new HookRequest(
              "patient-view",
              "1f1d9a3e-6a0e-4b0b-9d57-3a3f5a2f9a10",
              "https://ehr.example.org/r4",
              AUTHORIZATION,
              CONTEXT),
          new CdsResponse(List.of(CARD), Map.of("org.example.a", Map.of("b", "c"))));

  /** The same records with nothing in them but what is required. */
  static final List<Record> BARE =
      List.of(
          new Coding("urn:a", "b", null),
          new Source("OMS", null, null, null),
          new Action(ActionType.DELETE, "Delete it", null, "ServiceRequest/a"),
          new Suggestion("Order it", null, false, List.of()),
          new Link("Criteria", "https://oms.example.org/criteria", LinkType.ABSOLUTE, null),
          bareCard("Short"),
          new FhirAuthorization("opaque", "Bearer", 300, "patient/Patient.rs", "oms-cds", null),
          new HookContext("Practitioner/7", "p1", null),
          new OperationOutcome.Issue("error", "processing", DETAILS, null),
          new HookRequest("patient-view", "1f1d9a3e", null, null, CONTEXT),
          new CdsResponse(List.of(), null));

  private WireExamples() {}

  static Card bareCard(String summary) {
    return new Card(
        "0c1e6f3a-8a53-4b1c-9d0e-6e0a3d6d2f11",
        summary,
        null,
        Indicator.INFO,
        new Source("OMS", null, null, null),
        List.of(),
        null,
        List.of(),
        List.of(),
        null);
  }

  static Map<String, Object> draftOrder() {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("resourceType", "ServiceRequest");
    order.put("id", "a");
    order.put("status", "draft");
    order.put("category", List.of(Map.of("text", "Laboratory")));
    return order;
  }
}
