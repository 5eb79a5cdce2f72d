package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.omscds.consultation.Charts;
import org.omscds.feedback.Recorded;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An EHR that shows the cards of one patient and sends back what becomes of them. */
record CardClient(ApplicationContext service, ServiceClient http, ObjectNode chart) {

  private static final JsonMapper JSON = new JsonMapper();

  /** A patient of that id with the chart of a sample or vignette. */
  static CardClient of(
      ApplicationContext service, ServiceClient http, Path chart, String patientId) {
    JsonNode request = Charts.request(chart);
    String own = request.at("/context/patientId").asString();
    String text = request.toString();
    return new CardClient(
        service,
        http,
        (ObjectNode)
            Charts.parse(
                text.replace("\"" + own + "\"", "\"" + patientId + "\"")
                    .replace("Patient/" + own, "Patient/" + patientId)));
  }

  /** The same patient after a change of the chart, or asked by somebody else. */
  CardClient with(Consumer<ObjectNode> change) {
    ObjectNode copy = chart.deepCopy();
    change.accept(copy);
    return new CardClient(service, http, copy);
  }

  /** The same with one more observation, made by a clinician on the day of the consultation. */
  CardClient observing(String id, String what, String value) {
    return with(changed -> {
      ObjectNode bundle = (ObjectNode) changed.at("/prefetch/observations");
      ArrayNode entries =
          bundle.has("entry") ? (ArrayNode) bundle.get("entry") : bundle.putArray("entry");
      entries.add(
          Charts.parse(
              """
              {"resource":{"resourceType":"Observation","id":"%s","status":"final",
               "category":[{"coding":[{"system":
                 "http://terminology.hl7.org/CodeSystem/observation-category","code":"exam"}]}],
               "code":{"text":"%s"},"subject":{"reference":"Patient/%s"},
               "effectiveDateTime":"2026-11-20","performer":[{"reference":"Practitioner/p1"}],
               "valueString":"%s"}}\
              """
                  .formatted(id, what, changed.at("/context/patientId").asString(), value)));
    });
  }

  String path() {
    return "/cds-services/oms-" + chart.path("hook").asString();
  }

  /** The cards of a call, once the service has noted them. */
  List<JsonNode> cards() {
    HttpResponse<String> response =
        http.post(path(), chart.toString(), "Content-Type", "application/json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Recorded.by(service);
    List<JsonNode> cards = new ArrayList<>();
    ServiceClient.json(response).path("cards").forEach(cards::add);
    return cards;
  }

  /** The ids of the cards of a call in the catalogue. */
  List<String> ids() {
    return cards().stream().map(CardClient::id).toList();
  }

  JsonNode card(String id) {
    return cards().stream().filter(each -> id(each).equals(id)).findFirst().orElseThrow();
  }

  static String id(JsonNode card) {
    return card.path("extension").path("org.omscds.explanation").path("card").asString();
  }

  HttpResponse<String> send(String feedback) {
    return http.post(path() + "/feedback", feedback, "Content-Type", "application/json");
  }

  /** Puts a card away for a reason. */
  void override(JsonNode card, String reason, Instant when) {
    sent(overridden(card.path("uuid").asString(), reason, "", when));
  }

  /** Puts a card away for a reason, with words. */
  void override(JsonNode card, String reason, String comment, Instant when) {
    sent(overridden(card.path("uuid").asString(), reason, comment, when));
  }

  /** Takes suggestions of a card. */
  void accept(JsonNode card, Instant when, String... suggestions) {
    sent(accepted(card.path("uuid").asString(), when, suggestions));
  }

  void sent(ObjectNode entry) {
    HttpResponse<String> response = send(posted(entry));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  static String posted(ObjectNode... entries) {
    ObjectNode post = JSON.createObjectNode();
    ArrayNode list = post.putArray("feedback");
    for (ObjectNode entry : entries) {
      list.add(entry);
    }
    return post.toString();
  }

  static ObjectNode accepted(String card, Instant when, String... suggestions) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("card", card).put("outcome", "accepted").put("outcomeTimestamp", when.toString());
    ArrayNode ids = entry.putArray("acceptedSuggestions");
    for (String suggestion : suggestions) {
      ids.addObject().put("id", suggestion);
    }
    return entry;
  }

  static ObjectNode overridden(String card, String reason, String comment, Instant when) {
    ObjectNode entry = JSON.createObjectNode();
    entry.put("card", card).put("outcome", "overridden").put("outcomeTimestamp", when.toString());
    if (!reason.isEmpty() || !comment.isEmpty()) {
      ObjectNode why = entry.putObject("overrideReason");
      if (!reason.isEmpty()) {
        why.putObject("reason").put("code", reason).put("system", "urn:oms-cds:override");
      }
      if (!comment.isEmpty()) {
        why.put("userComment", comment);
      }
    }
    return entry;
  }
}
