package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document of a running service, as the judge of what goes in and out. */
record ApiDescription(JsonNode document, SchemaRegistry schemas) {

  private static final String PLACE = "https://cds.example.org/openapi.json";
  private static final JsonMapper JSON = new JsonMapper();

  static ApiDescription of(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ApiDescription(
        ServiceClient.json(answer),
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(PLACE, answer.body()))));
  }

  /** What is wrong with a request. */
  List<Error> requestFaults(String path, JsonNode request) {
    return faults(place(path, "POST") + "/requestBody/content/application~1json/schema", request);
  }

  /** Wants an answer of that status, which is listed and whose body is as its schema says. */
  void assertDescribed(String method, String path, HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    String own = place(path, method) + "/responses/" + status;
    JsonNode described = document.at(own);
    assertThat(described.isMissingNode()).as(method + " " + path + " gives " + status).isFalse();
    String shared = described.path("$ref").asString("");
    String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
    String content =
        (shared.isEmpty() ? own : shared.substring(1)) + "/content/" + type.replace("/", "~1");
    assertThat(document.at(content).isMissingNode()).as(content).isFalse();
    JsonNode body =
        type.endsWith("json") ? JSON.readTree(answer.body()) : JSON.valueToTree(answer.body());
    assertThat(faults(content + "/schema", body)).as(answer.body()).isEmpty();
  }

  private static String place(String path, String method) {
    return "/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT);
  }

  private List<Error> faults(String pointer, JsonNode value) {
    String fragment = pointer.replace("{", "%7B").replace("}", "%7D");
    return schemas
        .getSchema(SchemaLocation.of(PLACE + "#" + fragment))
        .validate(
            value.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
