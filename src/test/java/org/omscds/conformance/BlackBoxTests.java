package org.omscds.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What any client may ask of any CDS Hooks 2.0 service, over HTTP and without knowing what it does.
 * The service under test is this one; the system property {@code cds.base-url} points the same
 * checks at another, and {@code cds.requests} at a folder with requests for it.
 */
@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BlackBoxTests {

  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort private int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private String baseUrl = "";

  @BeforeEach
  void chooseTheService() {
    baseUrl =
        Optional.ofNullable(System.getProperty("cds.base-url")).orElse("http://localhost:" + port);
  }

  @Test
  void theDiscoveryAnswerConforms() throws Exception {
    HttpResponse<String> answer = get("/cds-services");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(contentType(answer)).startsWith("application/json");
    assertThat(DiscoveryChecks.of(JSON.readTree(answer.body()))).isEmpty();
  }

  @Test
  void everyServiceAnswersEveryRequestInTheFormOfTheStandard() throws Exception {
    List<JsonNode> services = services();
    assertThat(services).isNotEmpty();
    for (JsonNode service : services) {
      for (Path file : requests()) {
        HttpResponse<String> answer = call(service, request(file, service.get("hook").asString()));
        String name = service.get("id").asString() + " with " + file.getFileName();
        assertThat(answer.statusCode()).as(name).isEqualTo(200);
        assertThat(contentType(answer)).as(name).startsWith("application/json");
        assertThat(AnswerChecks.of(JSON.readTree(answer.body()))).as(name).isEmpty();
      }
    }
  }

  @Test
  void aRequestWithoutItsRequiredMembersIsRefused() throws Exception {
    for (JsonNode service : services()) {
      for (String required : List.of("hook", "hookInstance", "context")) {
        ObjectNode request = request(requests().getFirst(), service.get("hook").asString());
        request.remove(required);
        assertThat(call(service, request).statusCode())
            .as(service.get("id").asString() + " without " + required)
            .isEqualTo(400);
      }
    }
  }

  @Test
  void unknownMembersAndExtensionsAreTolerated() throws Exception {
    for (JsonNode service : services()) {
      ObjectNode request = request(requests().getFirst(), service.get("hook").asString());
      request.put("unknown", "member");
      ((ObjectNode) request.get("context")).put("unknown", 1);
      ((ObjectNode) request.get("prefetch")).put("unknown", true);
      request.withObject("extension").withObject("org.example.unknown").put("a", 1);
      assertThat(call(service, request).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anUnknownServiceIsNotFound() throws Exception {
    ObjectNode request = request(requests().getFirst(), "patient-view");
    assertThat(post("/cds-services/there-is-no-such-service", request).statusCode()).isEqualTo(404);
  }

  private List<JsonNode> services() throws IOException, InterruptedException {
    return JSON.readTree(get("/cds-services").body()).get("services").valueStream().toList();
  }

  private static List<Path> requests() throws IOException {
    Path folder = Path.of(System.getProperty("cds.requests", "src/main/resources/samples"));
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** A request as the hook wants it: the same chart, with what the hook's context requires. */
  private static ObjectNode request(Path file, String hook) throws IOException {
    ObjectNode request = (ObjectNode) JSON.readTree(Files.readString(file));
    request.put("hook", hook);
    ObjectNode context = (ObjectNode) request.get("context");
    if (!context.has("encounterId")) {
      context.put("encounterId", "e1");
    }
    String patient = context.get("patientId").asString();
    switch (hook) {
      case "order-select" -> {
        context.putArray("selections").add("ServiceRequest/draft");
        context.set("draftOrders", bundle(draft(patient)));
      }
      case "order-sign" -> context.set("draftOrders", bundle(draft(patient)));
      case "problem-list-item-create" -> context.set("conditions", bundle(problem(patient)));
      default -> {}
    }
    return request;
  }

  private static ObjectNode bundle(ObjectNode resource) {
    ObjectNode bundle =
        JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
    bundle.putArray("entry").addObject().set("resource", resource);
    return bundle;
  }

  private static ObjectNode draft(String patient) {
    ObjectNode order =
        JSON.createObjectNode()
            .put("resourceType", "ServiceRequest")
            .put("id", "draft")
            .put("status", "draft")
            .put("intent", "order");
    order.putObject("code").put("text", "MIBG scintigraphy");
    order.putObject("subject").put("reference", "Patient/" + patient);
    return order;
  }

  private static ObjectNode problem(String patient) {
    ObjectNode condition =
        JSON.createObjectNode().put("resourceType", "Condition").put("id", "added");
    condition.putObject("code").put("text", "Ataxia");
    condition.putObject("subject").put("reference", "Patient/" + patient);
    return condition;
  }

  private HttpResponse<String> call(JsonNode service, JsonNode request)
      throws IOException, InterruptedException {
    return post("/cds-services/" + service.get("id").asString(), request);
  }

  private HttpResponse<String> post(String path, JsonNode body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(baseUrl + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
