package org.omscds.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a request that must not matter. Each changes the request given and returns it. */
final class ChartChanges {

  private ChartChanges() {}

  /** The resources of each key in another order. */
  static JsonNode shuffled(JsonNode request, long seed) {
    for (ArrayNode entries : bundles(request)) {
      List<JsonNode> all = resources(entries);
      Collections.shuffle(all, new Random(seed));
      entries.removeAll();
      entries.addAll(all);
    }
    return request;
  }

  /** Every resource twice. */
  static JsonNode doubled(JsonNode request) {
    for (ArrayNode entries : bundles(request)) {
      entries.addAll(resources(entries));
    }
    return request;
  }

  /** With that many problems that have nothing to do with the syndrome, at most nine. */
  static JsonNode crowded(JsonNode request, int number) {
    for (int i = 1; i <= number; i++) {
      addProblem(
          request,
          """
          {"resource": {"resourceType": "Condition", "id": "unrelated-%d",
            "clinicalStatus": {"coding": [{"code": "active"}]},
            "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm",
              "code": "L20.9"}], "text": "Atopic dermatitis"},
            "onsetDateTime": "2026-01-0%d"}}
          """
              .formatted(i, i));
    }
    return request;
  }

  /** With a problem of somebody else. */
  static JsonNode mixedUp(JsonNode request) {
    addProblem(
        request,
        """
        {"resource": {"resourceType": "Condition", "id": "stranger",
          "subject": {"reference": "Patient/somebody-else"},
          "code": {"coding": [{"system": "http://snomed.info/sct", "code": "194177006"}]}}}
        """);
    return request;
  }

  private static void addProblem(JsonNode request, String entry) {
    ObjectNode conditions = (ObjectNode) request.at("/prefetch/conditions");
    ArrayNode entries =
        conditions.has("entry")
            ? (ArrayNode) conditions.get("entry")
            : conditions.putArray("entry");
    entries.add(Charts.parse(entry));
  }

  private static List<ArrayNode> bundles(JsonNode request) {
    List<ArrayNode> bundles = new ArrayList<>();
    for (JsonNode bundle : request.get("prefetch")) {
      if (bundle.has("entry")) {
        bundles.add((ArrayNode) bundle.get("entry"));
      }
    }
    return bundles;
  }

  private static List<JsonNode> resources(ArrayNode entries) {
    List<JsonNode> all = new ArrayList<>();
    entries.forEach(all::add);
    return all;
  }
}
