package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.consultation.Charts;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as JSON, in the forms that collectors of logs read. */
@ExtendWith(OutputCaptureExtension.class)
class StructuredLogTests {

  private static final Path TODDLER = Path.of("src/main/resources/samples/typical-toddler.json");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** The form of the log is that of the whole process: the next test has the usual one. */
  @AfterEach
  void logAsUsual() {
    System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    LoggingSystem.get(getClass().getClassLoader()).cleanUp();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecs", "logstash"})
  void aLineOfACallHasFields(String format, CapturedOutput output) {
    try (FetchingService service =
        FetchingService.start(
            Map.of(
                "logging.structured.format.console",
                format,
                "omscds.audit.enabled",
                "true",
                "omscds.audit.key",
                "0123456789abcdef0123456789abcdef"))) {
      CardClient.of(service.context(), service.client(), TODDLER, "a-patient").cards();
      service.client().call("{\"hook\":");
    }
    List<JsonNode> lines =
        output.getOut().lines().filter(line -> line.startsWith("{")).map(JSON::readTree).toList();

    JsonNode call = line(lines, "HookController");
    assertThat(field(call, "service")).isEqualTo("oms-patient-view");
    assertThat(field(call, "hookInstance"))
        .isEqualTo(Charts.request(TODDLER).path("hookInstance").asString());
    assertThat(field(call, "client")).isEqualTo("anonymous");
    assertThat(Integer.parseInt(field(call, "cards"))).isPositive();
    assertThat(Integer.parseInt(field(call, "ms"))).isNotNegative();
    assertThat(call.path("message").asString())
        .contains("service=oms-patient-view hookInstance=", " cards=");

    JsonNode refusal = line(lines, "ErrorAnswers");
    assertThat(field(refusal, "status")).isEqualTo("400");
    assertThat(field(refusal, "code")).isEqualTo("incomplete");

    JsonNode audit = line(lines, "org.omscds.audit");
    assertThat(field(audit, "service")).isEqualTo("oms-patient-view");
    assertThat(JSON.readTree(audit.path("message").asString()).path("resourceType").asString())
        .isEqualTo("AuditEvent");
    assertThat(output.getOut()).doesNotContain("a-patient");
  }

  private static JsonNode line(List<JsonNode> lines, String logger) {
    return lines.stream().filter(line -> logger(line).endsWith(logger)).findFirst().orElseThrow();
  }

  private static String logger(JsonNode line) {
    return line.path("logger_name").asString("") + line.at("/log/logger").asString("");
  }

  /** ECS nests what logstash writes with dots. */
  private static String field(JsonNode line, String name) {
    JsonNode nested = line.path("omscds").path(name);
    return (nested.isMissingNode() ? line.path("omscds." + name) : nested).asString();
  }
}
