package org.omscds.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omscds.OmsCdsApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = OmsCdsApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SampleChartsTests {

  @LocalServerPort private int port;

  @Test
  void theListedFilesAreGivenOutAsTheyStand(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b-toddler.json"), "{ \"b\" : 1 }\n");
    Files.writeString(folder.resolve("a-adult.json"), "{}");
    Files.writeString(folder.resolve("notes.txt"), "no sample");
    Files.writeString(folder.getParent().resolve("secret.json"), "{}");
    SampleCharts charts = SampleCharts.in(folder.toUri().toString());
    assertThat(charts.names()).containsExactly("a-adult", "b-toddler");
    assertThat(charts.named("b-toddler"))
        .contains("{ \"b\" : 1 }\n".getBytes(StandardCharsets.UTF_8));
    assertThat(charts.named("../secret")).isEmpty();
    assertThat(charts.named("notes")).isEmpty();
    assertThat(charts.named("a-adult.json")).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereHasNoSamples(@TempDir Path folder) throws IOException {
    assertThat(SampleCharts.in("classpath*:no-such-folder/").names()).isEmpty();
  }

  @Test
  void everySampleIsAHookRequestThatTheServiceAnswers() {
    ServiceClient client = new ServiceClient(port);
    JsonNode samples = ServiceClient.json(client.get("/samples")).path("samples");
    assertThat(samples.isArray()).isTrue();
    assertThat(samples.values())
        .allSatisfy(name -> {
          String chart = client.get("/samples/" + name.asString()).body();
          String hook = JsonMapper.shared().readTree(chart).path("hook").asString();
          String service = "/cds-services/oms-" + hook;
          assertThat(client.post(service, chart, "Content-Type", "application/json").statusCode())
              .as(name.asString())
              .isEqualTo(200);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nobody", "%2e%2e", "application.yml", "..;%20", "cds-services", "a%20b", "%00"})
  void aNameThatIsNotListedIsNotFound(String name) {
    ServiceClient client = new ServiceClient(port);
    assertThat(client.get("/samples/" + name).statusCode()).isBetween(400, 404);
    assertThat(client.get("/samples/" + name).body()).doesNotContain("spring:", "\\tat ");
  }
}
