package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import org.omscds.feedback.Recorded;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document says what the running service does: which endpoints there are, what they
 * take, and what they really answer.
 */
class ApiDocumentTests {

  private static final String SAMPLES = "src/main/resources/samples/";
  private static final JsonMapper JSON = new JsonMapper();

  private static FetchingService service;
  private static ApiDescription description;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    service =
        FetchingService.start(
            Map.of(
                "omscds.hook.max-body-size", "100KB",
                "omscds.hook.max-concurrent-calls", 1,
                "omscds.hook.max-queued-calls", 1));
    description = ApiDescription.of(service.client().get("/openapi.json"));
    document = description.document();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void itIsOpenApi() {
    assertThat(document.path("openapi").asString()).startsWith("3.1.");
    assertThat(document.at("/info/version").asString()).matches("[0-9.]+");
    assertThat(new OpenAPIV3Parser().readContents(document.toString()).getMessages()).isEmpty();
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    for (Map.Entry<String, JsonNode> each : document.at("/components/schemas").properties()) {
      assertThat(schema.validate(each.getValue())).as(each.getKey()).isEmpty();
    }
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asString().substring(1);
      assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
    assertThat(service.client().get("/openapi.json.yaml").body()).contains("openapi: 3.1");
  }

  /**
   * The six services stand one by one, in place of the one mapping that answers them all. The page
   * of errors takes no method of its own: nobody asks for it by its address.
   */
  @Test
  void everyEndpointStandsInItAndNothingElse() {
    Set<String> real = new TreeSet<>();
    service
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getPatternValues()
                .forEach(pattern ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                            real.add(method + " " + pattern.replaceAll(":[^}]*}", "}")))));
    Set<String> described = new TreeSet<>();
    Set<String> services = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> {
                  String id = path.getKey().replaceFirst("^/cds-services/(oms-[a-z-]+)$", "$1");
                  if (!id.equals(path.getKey())) {
                    services.add(id);
                  }
                  described.add(
                      method.toUpperCase(Locale.ROOT)
                          + " "
                          + path.getKey()
                              .replaceFirst("^/cds-services/oms-[a-z-]+$", "/cds-services/{id}"));
                }));
    assertThat(described).isEqualTo(real);
    assertThat(services)
        .isEqualTo(
            new TreeSet<>(
                ServiceClient.json(service.client().get("/cds-services"))
                    .findValuesAsString("id")));
  }

  @Test
  void whatTheWireWritesIsDescribedMemberByMember() {
    JsonNode all = document.at("/components/schemas");
    for (String name :
        List.of(
            "HookRequest",
            "HookContext",
            "FhirAuthorization",
            "CdsResponse",
            "Card",
            "Suggestion",
            "Action",
            "Link",
            "Source",
            "Coding",
            "OperationOutcome",
            "Issue",
            "Details")) {
      for (Map.Entry<String, JsonNode> each : all.path(name).path("properties").properties()) {
        String place = name + "." + each.getKey();
        boolean typed = each.getValue().has("type") || each.getValue().has("$ref");
        assertThat(typed).as(place + " is a member").isTrue();
        boolean said = each.getValue().has("description") || each.getKey().equals("prefetch");
        assertThat(said).as(place + " is explained").isTrue();
      }
    }
  }

  /** The file is the one source: its definitions have moved, and nothing of it is lost. */
  @Test
  void theExplanationIsThatOfItsSchema() {
    ObjectNode source =
        (ObjectNode)
            JSON.readTree(
                Charts.text(Path.of("src/main/resources/schemas/explanation.schema.json")));
    JsonNode definitions = source.remove("$defs");
    source.remove("$schema");
    JsonNode all = document.at("/components/schemas");
    assertThat(sorted(all.path("Explanation"))).isEqualTo(sorted(moved(source)));
    definitions
        .properties()
        .forEach(each ->
            assertThat(sorted(all.path("Explanation." + each.getKey())))
                .isEqualTo(sorted(moved(each.getValue()))));
  }

  private static JsonNode moved(JsonNode schema) {
    return JSON.readTree(
        schema.toString().replace("#/$defs/", "#/components/schemas/Explanation."));
  }

  /** The library sorts the names of required members. */
  private static JsonNode sorted(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    for (JsonNode each : copy.findParents("required")) {
      if (each.path("required").isArray()) {
        List<String> names = new ArrayList<>();
        each.path("required").forEach(name -> names.add(name.asString()));
        ((ObjectNode) each).set("required", JSON.valueToTree(names.stream().sorted().toList()));
      }
    }
    return copy;
  }

  // What the service takes.

  static List<Path> samples() {
    return Charts.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsTakenAndAnsweredAsDescribed(Path sample) {
    JsonNode request = Charts.request(sample);
    String id = "oms-" + request.path("hook").asString();
    assertThat(description.requestFaults("/cds-services/" + id, request)).isEmpty();
    assertThat(
            document
                .path("paths")
                .path("/cds-services/" + id)
                .at("/post/requestBody/content/application~1json/examples")
                .path(sample.getFileName().toString().replace(".json", ""))
                .path("value"))
        .isEqualTo(request);
    assertThat(description.requestFaults("/explanations/{id}", request)).isEmpty();
    assertDescribed("POST", "/cds-services/" + id, "/cds-services/" + id, request.toString(), 200);
    assertDescribed("POST", "/explanations/{id}", "/explanations/" + id, request.toString(), 200);
  }

  /** What the schema requires, the service misses; and the other way round for what it does not. */
  @ParameterizedTest
  @CsvSource({
    "typical-toddler, hook",
    "typical-toddler, hookInstance",
    "typical-toddler, context",
    "typical-toddler, context/userId",
    "typical-toddler, context/patientId",
    "typical-toddler, context/encounterId",
    "toddler-comes-to-clinic, context/encounterId",
    "ataxia-goes-home, context/encounterId",
    "cyclophosphamide-in-urinary-infection, context/draftOrders",
    "adult-panel-in-serum-alone, context/draftOrders",
    "neuroblastoma-added-in-ataxia, context/conditions",
    "typical-toddler, prefetch/allergies",
    "typical-toddler, extension"
  })
  void schemaAndServiceRequireTheSame(String sample, String member) {
    ObjectNode request = (ObjectNode) Charts.request(Path.of(SAMPLES, sample + ".json"));
    String path = "/cds-services/oms-" + request.path("hook").asString();
    int cut = member.lastIndexOf('/');
    ObjectNode parent = cut < 0 ? request : (ObjectNode) request.path(member.substring(0, cut));
    assertThat(parent.remove(member.substring(cut + 1))).isNotNull();

    int status = service.client().post(path, request.toString()).statusCode();

    assertThat(status).isIn(200, 400);
    assertThat(description.requestFaults(path, request).isEmpty()).isEqualTo(status == 200);
  }

  @Test
  void aTokenIsRequiredMemberByMember() {
    JsonNode all = JSON.readTree(HookRequests.whole().json());
    assertThat(description.requestFaults(ServiceClient.SERVICE, all)).isEmpty();
    for (String name : all.path("fhirAuthorization").propertyNames()) {
      ObjectNode request = (ObjectNode) all.deepCopy();
      ((ObjectNode) request.path("fhirAuthorization")).remove(name);
      boolean taken = service.client().call(request.toString()).statusCode() == 200;
      assertThat(description.requestFaults(ServiceClient.SERVICE, request).isEmpty())
          .as(name)
          .isEqualTo(taken);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'card':'a','outcome':'accepted','acceptedSuggestions':[{'id':'b'}],'outcomeTimestamp':'2026-11-20T10:00:00Z'}",
        "{'card':'a','outcome':'overridden','outcomeTimestamp':'2026-11-20T10:00:00Z','more':1}",
        "{'card':'a','outcome':'overridden','overrideReason':{'reason':{'code':'x'},'userComment':'y'},'outcomeTimestamp':'2026-11-20T10:00:00+01:00'}",
        "{'card':'a','outcome':'accepted','acceptedSuggestions':[],'outcomeTimestamp':'2026-11-20T10:00:00Z'}",
        "{'card':'a','outcome':'accepted','outcomeTimestamp':'2026-11-20T10:00:00Z'}",
        "{'card':'a','outcome':'ignored','outcomeTimestamp':'2026-11-20T10:00:00Z'}",
        "{'card':'a','outcome':'overridden','outcomeTimestamp':'yesterday'}",
        "{'card':'a','outcome':'overridden'}",
        "{'card':' ','outcome':'overridden','outcomeTimestamp':'2026-11-20T10:00:00Z'}",
        "{'card':'a','outcome':'overridden','overrideReason':{'reason':{}},'outcomeTimestamp':'2026-11-20T10:00:00Z'}"
      })
  void feedbackIsTakenIfItsSchemaHolds(String entry) {
    String path = "/cds-services/{id}/feedback";
    String body = ("{'feedback':[" + entry + "]}").replace('\'', '"');
    int status = description.requestFaults(path, JSON.readTree(body)).isEmpty() ? 200 : 400;
    assertDescribed("POST", path, ServiceClient.SERVICE + "/feedback", body, status);
  }

  // What the service answers.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /cds-services          | /cds-services                       | 200
          GET  | /explanations/schema   | /explanations/schema                | 200
          GET  | /samples               | /samples                            | 200
          GET  | /samples/{name}        | /samples/typical-toddler            | 200
          GET  | /samples/{name}        | /samples/nothing                    | 404
          GET  | /knowledge.json        | /knowledge.json                     | 200
          GET  | /statistics.json       | /statistics.json                    | 200
          GET  | /statistics.json       | /statistics.json?from=x             | 400
          GET  | /statistics.csv        | /statistics.csv                     | 200
          GET  | /statistics.csv        | /statistics.csv?to=x                | 400
          GET  | /openapi.json          | /openapi.json                       | 200
          GET  | /openapi.json.yaml     | /openapi.json.yaml                  | 200
          GET  | /                      | /                                   | 200
          GET  | /statistics            | /statistics                         | 200
          GET  | /knowledge             | /knowledge                          | 200
          GET  | /api                   | /api                                | 200
          GET  | /{page}/{part}         | /api/api.js                         | 200
          GET  | /{page}/{part}         | /api/api.css                        | 200
          GET  | /{page}/{part}         | /api/nothing.js                     | 404
          POST | /cds-services/oms-patient-view | /cds-services/oms-patient-view | 400
          POST | /cds-services/{id}/feedback    | /cds-services/nothing/feedback | 404
          POST | /explanations/{id}     | /explanations/oms-order-sign        | 400
          POST | /explanations/{id}     | /explanations/nothing               | 404
          """)
  void answersAreAsDescribed(String method, String path, String address, int status) {
    Recorded.by(service.context());
    assertDescribed(method, path, address, method.equals("GET") ? "" : "{}", status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cds-services/oms-patient-view", "/explanations/oms-patient-view"})
  void refusalsOfCallsAreAsDescribed(String address) {
    String path = address.startsWith("/expl") ? "/explanations/{id}" : address;
    String unmet =
        HookRequests.whole()
            .with("prefetch", "{}")
            .without("fhirServer")
            .without("fhirAuthorization")
            .json();
    assertDescribed("POST", path, address, unmet, 412);
    assertDescribed("POST", path, address, " ".repeat(200_000), 413);
    assertDescribed("POST", path, address, "<a/>", 415, "Content-Type", "application/xml");
    assertDescribed("POST", path, address, "{", 400, "Content-Type", "application/json");
  }

  @Test
  void aPageOfAnotherOriginIsRefusedAsDescribed() {
    String[] origin = {"Origin", "https://elsewhere.example.org"};
    assertDescribed("GET", "/cds-services", "/cds-services", "", 403, origin);
    assertDescribed("POST", ServiceClient.SERVICE, ServiceClient.SERVICE, "{}", 403, origin);
  }

  /** One call takes all places while its body does not come. */
  @Test
  void aBusyServiceAndASlowClientAreToldAsDescribed() {
    SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>();
    CompletableFuture<HttpResponse<String>> slow =
        CompletableFuture.supplyAsync(() ->
            service
                .client()
                .send(
                    "POST",
                    ServiceClient.SERVICE,
                    BodyPublishers.fromPublisher(receiver -> {
                      body.subscribe(receiver);
                      body.submit(spaces());
                    })));
    HttpResponse<String> meanwhile = refusedAsBusy();
    service.time().pass(Duration.ofSeconds(31));
    body.submit(spaces());
    body.close();
    description.assertDescribed("POST", ServiceClient.SERVICE, slow.join(), 408);
    description.assertDescribed("POST", ServiceClient.SERVICE, meanwhile, 503);
  }

  private static ByteBuffer spaces() {
    return ByteBuffer.wrap(" ".repeat(5_000).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> refusedAsBusy() {
    HttpResponse<String> answer = service.client().call("{}");
    for (int tries = 0; answer.statusCode() != 503 && tries < 20_000; tries++) {
      answer = service.client().call("{}");
    }
    return answer;
  }

  private static void assertDescribed(
      String method, String path, String address, String body, int status, String... headers) {
    HttpRequest.BodyPublisher sent =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    description.assertDescribed(
        method, path, service.client().send(method, address, sent, headers), status);
  }
}
