package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omscds.consultation.Charts;
import org.omscds.fhir.server.FakeFhirServer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every story and sample goes through the running service, whole, broken and with a FHIR server
 * that fails, with all that it logs itself switched on: no name, id, token or word of a chart is in
 * the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogPrivacyTests {

  private static final String TOKEN = "Zz-token-of-a-chart";
  private static final String COMMENT = "Zz-comment-of-a-clinician";

  @Test
  void nothingOfAChartIsInTheLog(CapturedOutput output) {
    Set<String> secrets = new TreeSet<>();
    int calls = 0;
    try (FakeFhirServer ehr = new FakeFhirServer();
        FetchingService service =
            FetchingService.start(Map.of("logging.level.org.omscds", "TRACE"))) {
      ehr.on("Condition", FakeFhirServer.status(500));
      for (Path chart : Charts.all()) {
        JsonNode request = Charts.request(chart);
        ChartSecrets.collect(request, secrets);
        for (String body : variations(request, ehr)) {
          String hook = request.path("hook").asString("patient-view");
          service
              .client()
              .post("/cds-services/oms-" + hook, body, "Content-Type", "application/json");
          calls++;
        }
        for (String feedback : feedback(request)) {
          service
              .client()
              .post(
                  ServiceClient.SERVICE + "/feedback",
                  feedback,
                  "Content-Type",
                  "application/json");
        }
      }
    }
    secrets.add(TOKEN);
    secrets.add(COMMENT);

    assertThat(calls).isGreaterThan(500);
    assertThat(secrets).hasSizeGreaterThan(500);
    String log = output.getAll();
    assertThat(log.lines().filter(line -> line.contains("service=oms-")).count())
        .isGreaterThan(200);
    assertThat(secrets.stream().filter(log::contains).toList()).as("found in the log").isEmpty();
  }

  /** Answers that name the patient where a uuid should stand, and in words; whole and broken. */
  private static List<String> feedback(JsonNode request) {
    String entry =
        CardClient.posted(
            CardClient.overridden(
                request.at("/context/patientId").asString(),
                "unstable",
                COMMENT,
                Instant.parse("2026-11-20T10:00:00Z")));
    return List.of(
        entry, entry.replace("overridden", COMMENT), entry.substring(0, entry.length() - 4));
  }

  /**
   * The call as it is; cut off; with a member of a wrong type; without a chart and with a token.
   */
  private static List<String> variations(JsonNode request, FakeFhirServer ehr) {
    List<String> bodies = new ArrayList<>();
    String whole = request.toString();
    bodies.add(whole);
    bodies.add(whole.substring(0, whole.length() / 2));
    ObjectNode odd = (ObjectNode) request.deepCopy();
    odd.set("hookInstance", request.path("prefetch"));
    bodies.add(odd.toString());
    ObjectNode fetching = (ObjectNode) request.deepCopy();
    fetching.put("fhirServer", ehr.base());
    fetching
        .putObject("fhirAuthorization")
        .put("access_token", TOKEN)
        .put("token_type", "Bearer")
        .put("expires_in", 300)
        .put("scope", "patient/*.rs")
        .put("subject", "oms-cds");
    ((ObjectNode) fetching.get("prefetch")).remove("conditions");
    bodies.add(fetching.toString());
    return bodies;
  }
}
