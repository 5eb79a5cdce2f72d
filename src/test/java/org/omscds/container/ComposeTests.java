package org.omscds.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omscds.consultation.Charts;
import tools.jackson.databind.JsonNode;

/** Service and database as {@code docker compose up} starts them, from outside. */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeTests {

  private final Map<String, String> ports =
      Map.of("OMS_CDS_PORT", freePort(), "FHIR_PORT", freePort());
  private final Ehr ehr = new Ehr("http://127.0.0.1:" + ports.get("OMS_CDS_PORT"));

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String compose(String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of("compose", "--project-name", "oms-cds-tested", "-f", "docker/compose.yaml"));
    all.addAll(List.of(arguments));
    return Docker.run(ports, all.toArray(String[]::new)).wanted();
  }

  @BeforeAll
  void up() {
    compose("down", "--volumes");
    compose("up", "--build", "--wait");
  }

  @AfterAll
  void down() {
    compose("down", "--volumes");
  }

  @Test
  void theCallOfTheReadmeIsAnsweredWithItsCards() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    int first = lines.indexOf("## Ask it about a toddler") + 2;
    int last = first;
    while (lines.get(last).endsWith("\\")) {
      last++;
    }
    String call =
        String.join("\n", lines.subList(first, last + 1))
            .replace("localhost:8080", "localhost:" + ports.get("OMS_CDS_PORT"));
    assertThat(call.strip()).startsWith("curl ").contains(ports.get("OMS_CDS_PORT"));

    JsonNode cards =
        Charts.parse(Docker.execute(Map.of(), List.of("bash", "-c", call)).wanted()).path("cards");

    assertThat(cards).hasSize(3);
    String summary = cards.at("/0/summary").asString();
    assertThat(lines).anyMatch(line -> line.contains("\"summary\": \"" + summary + "\""));
  }

  @ParameterizedTest
  @CsvSource({
    "typical-toddler, patient-view",
    "toddler-comes-to-clinic, encounter-start",
    "oms-goes-home, encounter-discharge",
    "mibg-on-pseudoephedrine, order-select",
    "ivig-with-nothing-on-record, order-sign",
    "oms-added-to-problem-list, problem-list-item-create"
  })
  void everyHookIsAnsweredWithCards(String sample, String hook) throws Exception {
    String request = Ehr.sample(sample);
    assertThat(Charts.parse(request).path("hook").asString()).isEqualTo(hook);
    assertThat(Ehr.cards(ehr.call(request))).isNotEmpty();
  }

  @Test
  void anAnswerHoldsOverARestartOfTheServiceAndOfTheDatabase() throws Exception {
    String request = Ehr.sample("typical-toddler").replace("typical-toddler", "restarted");
    HttpResponse<String> answer = ehr.call(request);
    assertThat(Ehr.ids(answer)).contains("C01");
    ehr.putAway(request, answer, "C01");
    assertThat(Ehr.ids(ehr.call(request))).doesNotContain("C01");

    compose("restart", "database", "oms-cds");
    compose("up", "--wait");

    assertThat(Ehr.ids(ehr.call(request))).doesNotContain("C01");
  }

  @Test
  void whatIsPublishedIsForThisMachineAndTheManagementPortIsNot() throws IOException {
    JsonNode services =
        Charts.parse(compose("--profile", "*", "config", "--format", "json")).path("services");
    assertThat(services.propertyNames())
        .contains("oms-cds", "database", "ehr", "charts", "prometheus", "grafana");
    services
        .values()
        .forEach(service ->
            service
                .path("ports")
                .forEach(port -> {
                  assertThat(port.path("host_ip").asString()).isEqualTo("127.0.0.1");
                  assertThat(port.path("target").asInt()).isNotEqualTo(8081);
                }));
    services
        .values()
        .forEach(service ->
            service
                .path("volumes")
                .valueStream()
                .filter(volume -> volume.path("type").asString().equals("bind"))
                .forEach(
                    volume -> assertThat(Path.of(volume.path("source").asString())).isDirectory()));
    assertThat(compose("exec", "-T", "database", "bash", "-c", MANAGEMENT)).contains("200");
  }

  /** What Prometheus does in its place. */
  private static final String MANAGEMENT =
      "exec 3<>/dev/tcp/oms-cds/8081; printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3;"
          + " head -n 1 <&3";
}
